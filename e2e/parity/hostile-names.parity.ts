import { describe, expect, test } from 'vitest'
import { TARGETS } from '../../shared/codegen/registry'
import type { Document } from '../../shared/document/schema'
import { countWeights } from '../../shared/network/summary'
import { exampleDocument, exampleNames, lowered, samples } from './example-documents'
import { json } from './json-argument'
import { resultsOf, runModels, type Framework } from './models'
import { black, runPython } from './python'

/** Given out in turn to the document, its networks and its blocks. */
const HOSTILE = [
  '"""; import os; os.system("true") #',
  "'); __import__('os').system('true') #",
  'line one\nimport os\r\nos.remove("x")\u2028print(1)',
  'class',
  'None',
  '__class__',
  '__init__',
  '\\',
  '\\N{BULLET}\\x41\\',
  '# fmt: off',
  '{x} {__import__("os")} %s %(x)s',
  'ﬁt',
  'fit',
  'ｓｕｍ',
  'sum',
  'раtch',
  '\u202e\u0000\ud800',
  'x'.repeat(5000),
  '"'.repeat(5000),
  '',
  'self',
  'forward',
  'model',
  'keras',
  'torch',
  'nn',
  'F',
  'x',
  'x_2',
  'SEED',
  'train',
  'print'
] as const

function hostile(document: Document): Document {
  let turn = 0
  const next = (): string => HOSTILE[turn++ % HOSTILE.length] ?? ''
  const networks = Object.entries(document.networks).map(([id, network]) => {
    const blocks = Object.entries(network.blocks).map(
      ([block, spec]) => [block, { ...spec, name: next() }] as const
    )
    return [id, { ...network, name: next(), blocks: Object.fromEntries(blocks) }] as const
  })
  return { ...document, name: next(), networks: Object.fromEntries(networks) }
}

/** Every block, network and document called the same. */
function alike(document: Document, name: string): Document {
  const networks = Object.entries(document.networks).map(([id, network]) => {
    const blocks = Object.entries(network.blocks).map(([block, spec]) => [block, { ...spec, name }] as const)
    return [id, { ...network, name, blocks: Object.fromEntries(blocks) }] as const
  })
  return { ...document, name, networks: Object.fromEntries(networks) }
}

const documents = exampleNames.flatMap(name => {
  const document = exampleDocument(name)
  return [
    { title: `${name}, names in turn`, document, renamed: hostile(document) },
    ...['"""', '__class__', 'ﬁt', ''].map(all => ({
      title: `${name}, all called ${JSON.stringify(all)}`,
      document,
      renamed: alike(document, all)
    }))
  ]
})

/**
 * What a module does, whatever its names: every node of its syntax tree by kind, and all calls. Members of `self`,
 * local names and the module's own are told apart by what they are, not by how they are called.
 */
const SHAPE = `
import ast, builtins, json
def shape(source):
    tree = ast.parse(source)
    nodes = list(ast.walk(tree))
    outside = set(dir(builtins))
    for node in nodes:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            outside |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
    kinds, calls = {}, {}
    for node in nodes:
        kind = type(node).__name__
        kinds[kind] = kinds.get(kind, 0) + 1
        if isinstance(node, ast.Call):
            words = ast.unparse(node.func)
            if words.split(".")[0] not in outside or not words.replace(".", "").isidentifier():
                on_self = words.startswith("self.")
                words = f".{node.func.attr}" if isinstance(node.func, ast.Attribute) and not on_self else "own"
            calls[words] = calls.get(words, 0) + 1
    imports = sorted(ast.unparse(n) for n in nodes if isinstance(n, (ast.Import, ast.ImportFrom)))
    dunders = sorted({n.attr for n in nodes if isinstance(n, ast.Attribute) and n.attr.startswith("__")})
    return {"kinds": kinds, "calls": calls, "imports": imports, "dunders": dunders}
result["shapes"] = [shape(source) for source in json.loads(bytes(arrays["sources"]).decode("utf-8"))]
`

describe.each(TARGETS)('$label', target => {
  test.each(documents)('$title: parses, and does nothing else', async ({ document, renamed }) => {
    const sources = [document, renamed].map(d => target.model(lowered(d).source).text)
    const { values } = await runPython(SHAPE, { arrays: { sources: json(sources) } })
    const [plain, strange] = values['shapes'] as readonly unknown[]
    expect(strange).toEqual(plain)
    expect(await black(sources[1] ?? '')).toBe(sources[1])
  })
})

test.each(['keras', 'pytorch'] as const)(
  '%s: models with hostile names build, and train as many numbers',
  async (framework: Framework) => {
    const models = documents.map(({ renamed }) => ({ renamed, ...lowered(renamed) }))
    const cases = models.map(async ({ renamed, ...model }) => ({
      source: model.source,
      weights: model.weights,
      inputs: (await samples(renamed, model, 2)).inputs
    }))
    const runs = await runModels(framework, await Promise.all(cases))
    expect(runs.map(run => resultsOf(run).trainable)).toEqual(
      models.map(({ flat }) => countWeights(flat).trainable)
    )
  },
  300_000
)
