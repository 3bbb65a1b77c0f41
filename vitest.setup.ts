import fc from 'fast-check'

/** `npm run test:full` looks at ten times as many cases of each property. */
if (process.env['BLOCKPROP_FULL'] === '1') fc.configureGlobal({ numRuns: 1000 })
