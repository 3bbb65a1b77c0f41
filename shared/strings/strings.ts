import { en } from './en'

/** All that the window says, by place. Another language is a value of this type. */
export type Strings = typeof en

/** In the language of the app; English is the one there is. */
export const strings: Strings = en
