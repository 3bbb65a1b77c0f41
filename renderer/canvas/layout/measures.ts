/** Of a block's card, in pixels at a zoom of 100 %. */
export const size = { width: 152, height: 80 }

/** What a card grows by, downwards, while it shows what its block computes. */
export const pictureHeight = 46

/** Between blocks that the app places: room for a shape beside, for pictures and a little air below. */
export const gap = { x: 48, y: 80 }

export const pitch = { x: size.width + gap.x, y: size.height + gap.y }

export const portSize = 12

/** Between two ports of a side, so that each has a place of its own to hit. */
export const portPitch = 24
