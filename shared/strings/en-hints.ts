type Hint = readonly [text: string, short: string]

const start: Hint = ['Start here: it trains in under a minute', 'Start here']
const train: Hint = ['Press Train and watch the loss fall', 'Press Train']
const tryDigit: Hint = ['It has learned: open Try and draw a 7', 'Open Try']
const tryIt: Hint = ['It has learned: open Try and ask it', 'Open Try']

export const hints = { start, train, tryDigit, try: tryIt, dismiss: 'Hide hints' }
