/** What a block that is dragged from the palette to the canvas is called in the drag's data. */
export const BLOCK_TYPE = 'application/x-blockprop-block'
