import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CRASH_REASONS, crashNewsIn, crashQuery } from './news'

it('is read as it was written', () => {
  const kept = fc.option(fc.nat({ max: 4e12 }))
  fc.assert(
    fc.property(fc.constantFrom(...CRASH_REASONS), kept, (reason, time) => {
      expect(crashNewsIn(crashQuery({ reason, kept: time }))).toEqual({ reason, kept: time })
    })
  )
})

it.each(['', '?reason=<script>&kept=-1', '?kept=1e999', '?kept=99999999999999999', '?reason=constructor'])(
  '“%s” says nothing',
  query => {
    expect(crashNewsIn(query)).toEqual({ reason: 'crashed', kept: null })
  }
)
