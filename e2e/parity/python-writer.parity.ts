import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PyStatement } from '../../shared/codegen/python/statement'
import { assign, comment, def, docstring, run } from '../../shared/codegen/python/statement'
import { call, fstring, index, name } from '../../shared/codegen/python/expr'
import { printModule } from '../../shared/codegen/python/print'
import { plainPython } from './python-plain'
import { anyExpression } from './python-expressions'
import { anyModule } from './python-statements'
import { hostileText } from './python-words'
import { runPython } from './python'

/** Runs code that finds `given` as `data`; the whole list crosses in one call. */
async function inPython(code: string, given: unknown): Promise<Readonly<Record<string, unknown>>> {
  const bytes = new TextEncoder().encode(JSON.stringify(given))
  const { values } = await runPython(
    `import json\ndata = json.loads(bytes(arrays["json"]).decode("utf-8"))\n${code}`,
    {
      arrays: { json: { dtype: 'uint8', shape: [bytes.length], data: bytes } }
    }
  )
  return values
}

const compareWithBlack = `
import ast, black, warnings
warnings.simplefilter("ignore")
result["different"] = []
for source in data:
    ast.parse(source)
    formatted = black.format_str(source, mode=black.Mode())
    if formatted != source:
        result["different"].append({"ours": source, "black": formatted})
`

test.each([
  ['modules', anyModule, 200],
  ['long expressions', anyExpression.map(value => [assign('x', value)]), 200]
] as const)('random %s parse, and black changes nothing', async (_, modules, count) => {
  const sources = fc.sample(modules, { seed: 20, numRuns: count }).map(body => printModule(body).text)
  const { different } = await inPython(compareWithBlack, sources)
  expect(different).toEqual([])
})

test('expressions mean in Python what they are built of', async () => {
  const expressions = fc
    .sample(anyExpression, { seed: 5, numRuns: 1000 })
    .filter(value => !JSON.stringify(value).includes('"kind":"fstring"'))
  const pairs = expressions.map(value => [
    printModule([assign('x', value)]).text,
    `x = (${plainPython(value)})`
  ])
  const { different } = await inPython(
    `
import ast, warnings
warnings.simplefilter("ignore")
result["different"] = [ours for ours, plain in data if ast.dump(ast.parse(ours)) != ast.dump(ast.parse(plain))]
`,
    pairs
  )
  expect(expressions.length).toBeGreaterThan(500)
  expect(different).toEqual([])
})

test('hostile strings come out of Python as they went in, in f-strings too', async () => {
  const values = fc.sample(hostileText, { seed: 7, numRuns: 500 })
  const cases = values.map(value => {
    const formatted = fstring(value, name('one'), value, index(name('two'), value), value)
    const units = Array.from({ length: value.length }, (_, i) => value.charCodeAt(i))
    return [printModule([assign('plain', value), assign('formatted', formatted)]).text, units]
  })
  const { wrong } = await inPython(
    `
result["wrong"] = []
for source, units in data:
    text = bytes(b for unit in units for b in (unit % 256, unit // 256)).decode("utf-16-le", "surrogatepass")
    found = {"one": 1, "two": {text: 2}}
    exec(source, found)
    if (found["plain"], found["formatted"]) != (text, f"{text}1{text}2{text}"):
        result["wrong"].append(source)
`,
    cases
  )
  expect(wrong).toEqual([])
})

test('hostile text in strings, f-strings, comments and docstrings adds no code', async () => {
  const texts = fc.sample(hostileText, { seed: 3, numRuns: 200 })
  const modules = texts.map(text => {
    const body = (words: string): readonly PyStatement[] => [
      comment(words),
      docstring(words),
      run(call('f', [words], { text: fstring(words, name('x'), words, index(name('y'), words)) })),
      def('g', [], [comment(words)], { docstring: words })
    ]
    return [printModule(body(text)).text, printModule(body('words')).text]
  })
  const { wrong } = await inPython(
    `
import ast
def shape(source):
    kinds = (ast.stmt, ast.Name)
    return [type(n).__name__ for n in ast.walk(ast.parse(source)) if isinstance(n, kinds)]
result["wrong"] = [ours for ours, plain in data if sorted(shape(ours)) != sorted(shape(plain))]
`,
    modules
  )
  expect(wrong).toEqual([])
})
