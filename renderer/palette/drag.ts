/** What a block that is dragged from the palette to the canvas is called in the drag's data. */
export const BLOCK_TYPE = 'application/x-blockprop-block'

let dragged: string | null = null

/** Takes a type of block along with a drag from the palette. */
export function beginBlockDrag(transfer: DataTransfer, type: string): void {
  transfer.setData(BLOCK_TYPE, type)
  transfer.effectAllowed = 'copy'
  dragged = type
}

/** The type that is dragged; a drag's data can only be read once it is dropped. */
export function draggedBlock(transfer: DataTransfer): string | null {
  return transfer.types.includes(BLOCK_TYPE) ? dragged : null
}
