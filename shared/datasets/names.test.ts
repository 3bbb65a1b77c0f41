import { beforeAll, describe, expect, it } from 'vitest'
import type { LoadedDataset } from './dataset'
import { gather } from './gather'
import { names } from './names'
import { assetsIn } from './node-read-asset'

describe('names', () => {
  let loaded: LoadedDataset
  const column = (name: string) => loaded.columns.get(name) ?? expect.unreachable(`no column ${name}`)
  beforeAll(async () => {
    const result = await names.load(assetsIn(new URL('../../assets/datasets/', import.meta.url)))
    if (!result.ok) throw new Error(result.error.message)
    loaded = result.value
  })
  const rows = (): readonly string[] =>
    Array.from({ length: loaded.size }, (_, row) =>
      [...gather(column('letters'), [row])]
        .map(token => (token === 0 ? '_' : String.fromCharCode(96 + token)))
        .join('')
    )

  it('has 4,506 female and 3,477 male names', () => {
    const labels = [...column('list').stored]
    expect(loaded.size).toBe(labels.length)
    expect([labels.filter(l => l === 0).length, labels.filter(l => l === 1).length]).toEqual([4506, 3477])
  })

  it('writes letters as 1 to 26, padded with 0 at the end, 2 to 12 of them', () => {
    expect(rows().filter(row => !/^(?=.{12}$)[a-z]{2,}_*$/.test(row))).toEqual([])
    expect(new Set(rows()).size).toBe(loaded.size)
  })

  it.each([
    ['jillian_____', 0],
    ['aaron_______', 1]
  ])('has %s in list %i', (name, list) => {
    expect(column('list').stored[rows().indexOf(name)]).toBe(list)
  })

  it('leaves out names of both lists', () => {
    expect(rows().indexOf('robin_______')).toBe(-1)
  })
})
