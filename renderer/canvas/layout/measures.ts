/** Of a block's card, in pixels at a zoom of 100 %. */
export const size = { width: 168, height: 80 }

/** Between blocks that the app places. */
export const gap = { x: 62, y: 48 }

export const pitch = { x: size.width + gap.x, y: size.height + gap.y }

export const portSize = 11
