import 'react'

declare module 'react' {
  interface CSSProperties {
    /** The colour that a part is drawn in. */
    '--c'?: string | undefined
    /** How far in a line of code goes on below. */
    '--indent'?: string | undefined
    '--share'?: string | undefined
    /** How tall the cells of a table are. */
    '--cell'?: string | undefined
  }
}
