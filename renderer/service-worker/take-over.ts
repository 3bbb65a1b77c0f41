/** A page asks a new version, which waits for the next start, to take over at once. */
export const TAKE_OVER = 'take-over'
