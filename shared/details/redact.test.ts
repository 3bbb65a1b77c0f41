import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GONE, redact } from './redact'

describe('what stays', () => {
  it.each([
    'Training failed at step 3 (1/2 of it done): the loss of “Dense 1” is no number',
    "TypeError: Cannot read properties of undefined (reading 'length')",
    '    at reduceRun (http://127.0.0.1:4173/assets/index-Bx3_9f.js:12:3456)',
    'reduceRun@https://example.org/assets/index-Bx3_9f.js:12:3456',
    '    at app://blockprop/assets/Editor-a.js:1:20',
    '[2026-11-24T14:32:01.123Z] [info] 60 MB/s, 30 % and/or 2 × 3',
    "It doesn't fit, since the sizes of the two of them can't be told apart, and isn't mended",
    'Chromium 150.0.1, Node 24.1, Linux 6.1.0 x64',
    'data: 5 rows, file: none'
  ])('%s', line => {
    expect(redact(line)).toBe(line)
  })

  it.each([
    [
      '/opt/Blockprop App/resources/app.asar',
      'at run (/opt/Blockprop App/resources/app.asar/out/main/index.js:10:5)'
    ],
    ['/home/anna/b p', 'at run (file:///home/anna/b%20p/out/main/index.js:10:5)'],
    ['C:\\Users\\Anna\\app.asar', 'at run (C:\\Users\\Anna\\app.asar\\out\\main\\index.js:10:5)'],
    ['C:\\Users\\Anna\\app.asar', 'at run (file:///C:/Users/Anna/app.asar/out/main/index.js:10:5)']
  ])('of code in %s which line it is', (app, line) => {
    expect(redact(line, { app, words: ['anna'] })).toBe('at run (‹app›/out/main/index.js:10:5)')
  })
})

describe('what goes', () => {
  it.each([
    ["ENOENT: no such file, open '/home/anna/My nets/it's.json'", `ENOENT: no such file, open '${GONE}`],
    ['EPERM: rename C:\\Users\\Anna\\a.tmp -> D:/b', `EPERM: rename ${GONE}`],
    ['on \\\\server\\share\\a', `on ${GONE}`],
    ['in ~/networks, in ./a', `in ${GONE}`],
    ['file:///Users/anna/a%20b', GONE],
    [
      '[2026-11-24T14:32:01.123Z] [error] my old net.blockprop was not saved',
      `[2026-11-24T14:32:01.123Z] [error] ${GONE}`
    ],
    ['mail anna.b@example.org, please', `mail ${GONE}, please`],
    ['http://anna:pw@host:8080/', `http://${GONE}host:8080/`],
    [
      'at f (http://localhost:5173/@fs/home/anna/App.tsx?t=1:10:5)',
      `at f (http://localhost:5173${GONE}App.tsx${GONE}:10:5)`
    ],
    [`"https://example.org/a?doc='secret'" is shut`, `"https://example.org${GONE}'" is shut`],
    ['https://example.org/?doc=secret#anna', `https://example.org/${GONE}`],
    ['data:text/plain,hello', GONE],
    ['blob:http://127.0.0.1/c0ffee', GONE],
    ['got “it’s a label with more than forty letters in it, see” here', `got “${GONE}” here`],
    ["got 'it's a label with more than forty letters in it, see' here", `got '${GONE}' here`],
    ['a line so long that it is data: '.repeat(200), GONE],
    ['at ‹app›/etc/passwd', `at ‹app›${GONE}`],
    ['at /home/anna/app/out/main/index.js:1:2 of my net.blockprop', GONE],
    ['code in /home/anna/app/out/main/index.js:1:2/secret', `code in ${GONE}`]
  ])('%s', (line, left) => {
    expect(redact(line, { app: '/home/anna/app' })).toBe(left)
  })

  it('the words that are known, whatever their case, and short ones only as words', () => {
    expect(redact('Anna and ANNAS, al and alas: Al', { words: [' anna', 'al', '', '!'] })).toBe(
      `${GONE} and ${GONE}S, ${GONE} and alas: ${GONE}`
    )
  })
})

/** As a person may write them: with spaces, quotes, brackets and letters of any language. */
const name = fc
  .string({ unit: 'binary', minLength: 3, maxLength: 20 })
  .map(text => text.replaceAll(/[\p{C}\p{Z}/\\]/gu, ' ').trim())
  .filter(text => /[\p{L}\p{N}]{2}/u.test(text) && text.length > 2)
const root = fc.constantFrom('/', '/home/', 'C:\\', 'd:/', '\\\\server\\', '~/', '../', 'file:///', '//host/')
const lead = fc.constantFrom(
  '',
  'open ',
  "open '",
  'read "',
  'at f (',
  'path=',
  'cwd:',
  '[2026-11-24T14:32:01.123Z] [warn] ',
  '→'
)
const tail = fc.constantFrom('', "'", '" failed', ':10:5)', ' -> /tmp/x', '. Try again')

describe('nothing is left', () => {
  it('of a path', () => {
    fc.assert(
      fc.property(
        lead,
        root,
        fc.array(name, { minLength: 1, maxLength: 4 }),
        tail,
        (before, from, names, after) => {
          const path = from + names.join(from.includes('\\') ? '\\' : '/')
          const left = redact(before + path + after)
          expect(left.endsWith(GONE)).toBe(true)
          // Of what leads to it something may go along.
          expect(before.startsWith(left.slice(0, -GONE.length))).toBe(true)
        }
      )
    )
  })

  it('of the name of a document’s file', () => {
    fc.assert(
      fc.property(lead, name, tail, (before, file, after) => {
        const left = redact(`${before}${file}.blockprop${after}`)
        expect(left.replace(/^\[[\dTZ:.-]+\] \[warn\] /, '')).toBe(GONE)
      })
    )
  })

  it('of the name of the person, wherever it stands', () => {
    fc.assert(
      fc.property(
        name,
        fc.array(fc.oneof(name, root, lead, fc.constant('\n'))),
        tail,
        (user, parts, after) => {
          const text = parts.flatMap(part => [part, user]).join('') + after
          const left = redact(text, { words: [user] })
          expect(left.replaceAll(GONE, '\n').toLowerCase()).not.toContain(user.toLowerCase())
        }
      )
    )
  })

  it('of an address’s query, user and folders', () => {
    const word = name.map(encodeURIComponent).filter(text => text.length > 5)
    fc.assert(
      fc.property(word, word, word, (user, folder, query) => {
        const left = redact(`at f (https://${user}@example.org/${folder}/app.js?a=${query}#${user}:3:4)`)
        expect(left).toBe(`at f (https://${GONE}example.org${GONE}app.js${GONE}:3:4)`)
      })
    )
  })

  it('to be taken out another time', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(name, root, lead, tail)), parts => {
        const once = redact(parts.join(''))
        expect(redact(once)).toBe(once)
      })
    )
  })
})
