/**
 * A picture of an icon in one size.
 * @typedef {{ size: number, png: Uint8Array, rgba: Uint8Array }} Picture `rgba`: rows from the top
 */

/**
 * A Windows icon. Sizes below 256 are bitmaps, which every reader knows; 256 is a PNG, as Windows wants it.
 * https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)
 * @param {readonly Picture[]} pictures @returns {Buffer}
 */
export function ico(pictures) {
  const images = pictures.map(picture => (picture.size < 256 ? bitmap(picture) : Buffer.from(picture.png)))
  const header = Buffer.alloc(6 + 16 * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  images.forEach((image, index) => {
    const entry = 6 + 16 * index
    const size = pictures[index]?.size ?? 0
    header.writeUInt8(size % 256, entry)
    header.writeUInt8(size % 256, entry + 1)
    header.writeUInt16LE(1, entry + 4)
    header.writeUInt16LE(32, entry + 6)
    header.writeUInt32LE(image.length, entry + 8)
    header.writeUInt32LE(offset, entry + 12)
    offset += image.length
  })
  return Buffer.concat([header, ...images])
}

/**
 * BITMAPINFOHEADER, pixels as BGRA from the bottom up, and a mask that hides nothing: alpha does.
 * @param {Picture} picture
 */
function bitmap({ size, rgba }) {
  const header = Buffer.alloc(40)
  header.writeUInt32LE(40, 0)
  header.writeInt32LE(size, 4)
  // Pixels and mask count as one picture of twice the height.
  header.writeInt32LE(2 * size, 8)
  header.writeUInt16LE(1, 12)
  header.writeUInt16LE(32, 14)
  const pixels = Buffer.alloc(4 * size * size)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const from = 4 * ((size - 1 - y) * size + x)
      const to = 4 * (y * size + x)
      pixels[to] = rgba[from + 2] ?? 0
      pixels[to + 1] = rgba[from + 1] ?? 0
      pixels[to + 2] = rgba[from] ?? 0
      pixels[to + 3] = rgba[from + 3] ?? 0
    }
  }
  const mask = Buffer.alloc(4 * Math.ceil(size / 32) * size)
  return Buffer.concat([header, pixels, mask])
}

/** What each size is called in an .icns file: plain, and as the double of a half as large one. */
const icnsTypes = /** @type {const} */ ([
  [32, 'ic11'],
  [64, 'ic12'],
  [128, 'ic07'],
  [256, 'ic13'],
  [256, 'ic08'],
  [512, 'ic14'],
  [512, 'ic09'],
  [1024, 'ic10']
])

/**
 * A macOS icon, of PNGs of 32 to 1024 pixels. https://en.wikipedia.org/wiki/Apple_Icon_Image_format
 * @param {readonly Picture[]} pictures @returns {Buffer}
 */
export function icns(pictures) {
  const parts = icnsTypes.map(([size, type]) => {
    const picture = pictures.find(one => one.size === size)
    if (picture === undefined) throw new Error(`An .icns file needs a picture of ${size} pixels.`)
    return part(type, Buffer.from(picture.png))
  })
  return part('icns', Buffer.concat(parts))
}

/** @param {string} type @param {Buffer} content */
function part(type, content) {
  const header = Buffer.alloc(8)
  header.write(type, 'latin1')
  header.writeUInt32BE(8 + content.length, 4)
  return Buffer.concat([header, content])
}
