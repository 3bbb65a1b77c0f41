import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { icns, ico, type Picture } from './icon-files.mjs'
import { at } from './paths.mjs'

/** What stands for a PNG here is its size alone. */
function picture(size: number): Picture {
  return { size, png: Uint8Array.of(size & 0xff, size >> 8), rgba: new Uint8Array(4 * size * size) }
}

function readIco(file: Buffer) {
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index
    const offset = file.readUInt32LE(entry + 12)
    return {
      size: file.readUInt8(entry) === 0 ? 256 : file.readUInt8(entry),
      image: file.subarray(offset, offset + file.readUInt32LE(entry + 8))
    }
  })
}

function readIcns(file: Buffer) {
  expect([file.toString('latin1', 0, 4), file.readUInt32BE(4)]).toEqual(['icns', file.length])
  const parts: { type: string; content: Buffer }[] = []
  for (let from = 8; from < file.length; from += file.readUInt32BE(from + 4)) {
    const end = from + file.readUInt32BE(from + 4)
    parts.push({ type: file.toString('latin1', from, from + 4), content: file.subarray(from + 8, end) })
  }
  return parts
}

describe('an .ico file', () => {
  test('has a bitmap for each small size, and a PNG for 256', () => {
    const images = readIco(ico([16, 48, 256].map(picture)))
    // 40 bytes of header, 4 for each pixel, and rows of the mask filled up to 4 bytes.
    expect(images.map(({ size, image }) => [size, image.length])).toEqual([
      [16, 40 + 4 * 16 * 16 + 4 * 16],
      [48, 40 + 4 * 48 * 48 + 8 * 48],
      [256, 2]
    ])
  })

  test('has pixels as blue, green, red, alpha, from the bottom up', () => {
    const rgba = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)
    const [only] = readIco(ico([{ size: 2, png: new Uint8Array(), rgba }]))
    expect([...(only?.image.subarray(40, 56) ?? [])]).toEqual([
      11, 10, 9, 12, 15, 14, 13, 16, 3, 2, 1, 4, 7, 6, 5, 8
    ])
  })
})

describe('an .icns file', () => {
  const sizes = [32, 64, 128, 256, 512, 1024]

  test('has every size, plain and for dense screens', () => {
    const parts = readIcns(icns(sizes.map(picture)))
    expect(parts.map(({ type, content }) => [type, content.readUInt16LE(0)])).toEqual([
      ['ic11', 32],
      ['ic12', 64],
      ['ic07', 128],
      ['ic13', 256],
      ['ic08', 256],
      ['ic14', 512],
      ['ic09', 512],
      ['ic10', 1024]
    ])
  })

  test('is refused without one of them', () => {
    expect(() => icns(sizes.slice(1).map(picture))).toThrow('needs a picture of 32 pixels')
  })
})

describe.each(['app', 'document'])('the icons of the %s', name => {
  const read = (ending: string) => readFileSync(at('assets', 'icons', `${name}.${ending}`))
  const pngSize = (png: Buffer) => png.readUInt32BE(16)

  test('are whole', () => {
    expect(readIco(read('ico')).map(({ size }) => size)).toEqual([16, 24, 32, 48, 64, 128, 256])
    expect(readIcns(read('icns')).map(({ content }) => pngSize(content))).toEqual([
      32, 64, 128, 256, 256, 512, 512, 1024
    ])
  })

  test.each([16, 32, 48, 64, 128, 256, 512])('are there for Linux in %i pixels', size => {
    const file = at('assets', 'icons', name, `${size}x${size}.png`)
    expect(pngSize(readFileSync(file))).toBe(size)
  })
})
