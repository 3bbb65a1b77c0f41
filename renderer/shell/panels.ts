/** What stands around the canvas, in one file: a window that begins with a document fetches it once that is drawn. */
export { Inspector } from '../inspector/Inspector'
export { Palette } from '../palette/Palette'
export { Dock } from './Dock'
export { StatusBar } from './StatusBar'
export { Toolbar } from './Toolbar'
