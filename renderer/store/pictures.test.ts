import { beforeEach, expect, it } from 'vitest'
import type { Picture } from '../../shared/training/protocol'
import { dropPictures, takePictures, usePictures } from './pictures'

const picture = (value: number): Picture => ({ width: 1, height: 1, pixels: Uint8ClampedArray.of(value) })

beforeEach(dropPictures)

it('keeps the set of paths while only the pictures change, so that no card moves', () => {
  takePictures(new Map([['a', picture(1)]]))
  const { paths } = usePictures.getState()
  takePictures(new Map([['a', picture(2)]]))
  expect(usePictures.getState().pictures.get('a')?.pixels[0]).toBe(2)
  expect(usePictures.getState().paths).toBe(paths)
})

it.each([[['a', 'b']], [['b']]])('makes another set of paths for %j', keys => {
  takePictures(new Map([['a', picture(1)]]))
  takePictures(new Map(keys.map(key => [key, picture(1)])))
  expect([...usePictures.getState().paths]).toEqual(keys)
})

it('forgets all', () => {
  takePictures(new Map([['a', picture(1)]]))
  dropPictures()
  expect(usePictures.getState().pictures.size + usePictures.getState().paths.size).toBe(0)
})
