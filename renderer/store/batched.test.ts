import { expect, it } from 'vitest'
import { batched } from './batched'

it('hands over in order what came in one moment, and then begins anew', () => {
  const handled: (readonly number[])[] = []
  const moments: (() => void)[] = []
  const add = batched<number>(
    items => handled.push(items),
    callBack => moments.push(callBack)
  )
  add(1)
  add(2)
  expect(handled).toEqual([])
  moments.shift()?.()
  add(3)
  expect(moments).toHaveLength(1)
  moments.shift()?.()
  expect(handled).toEqual([[1, 2], [3]])
})
