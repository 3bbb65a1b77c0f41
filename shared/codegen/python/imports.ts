import type { PyImport } from './expr'
import type { Writer } from './leaf-writer'
import type { Body, ImportedName, ImportLine, PyStatement } from './statement'

/** Modules of Python itself that generated code may use; the others are installed. */
const standardModules: ReadonlySet<string> = new Set(
  (
    'abc argparse array base64 bisect collections contextlib copy csv dataclasses datetime enum functools glob ' +
    'gzip hashlib heapq importlib inspect io itertools json logging math multiprocessing operator os pathlib ' +
    'pickle platform queue random re shutil statistics string struct subprocess sys tarfile tempfile textwrap ' +
    'threading time traceback types typing unicodedata urllib uuid warnings zipfile zlib'
  ).split(' ')
)

/**
 * Three sections (`__future__`, Python's own modules, installed ones, then the project's) with a blank line
 * between; in each, `import x` before `from x import y`.
 */
export function importStatements(wanted: Writer['imports'], localModules: readonly string[] = []): Body {
  refuseConflicts(wanted)
  const lines = merge([...wanted.values()].map(({ local, source }) => importLine(local, source)))
  const sections = new Map<number, ImportLine[]>()
  for (const line of lines) {
    const section = sectionOf(moduleOf(line), localModules)
    sections.set(section, [...(sections.get(section) ?? []), line])
  }
  const ordered = [...sections].sort(([a], [b]) => a - b).map(([, section]) => section.sort(compareLines))
  return ordered.flatMap((section, i): PyStatement[] => [
    ...(i > 0 ? [{ kind: 'blank' } as const] : []),
    ...section.map(line => ({ kind: 'import', line }) as const)
  ])
}

/** Two blocks that mean different things by one name are a bug. */
function refuseConflicts(wanted: Writer['imports']): void {
  const bound = new Map<string, string>()
  for (const { local, source } of wanted.values()) {
    const isPlain = 'module' in source && source.as === undefined
    const binding = isPlain ? local : JSON.stringify(source)
    if ((bound.get(local) ?? binding) !== binding) {
      throw new Error(`${local} has two meanings: ${bound.get(local)} and ${binding}`)
    }
    bound.set(local, binding)
  }
}

function importLine(local: string, source: PyImport): ImportLine {
  if ('module' in source) {
    if ((source.as ?? source.module.split('.')[0]) !== local) {
      throw new Error(`import ${source.module} does not give the name ${local}`)
    }
    return { module: source.module, ...(source.as !== undefined && { as: source.as }) }
  }
  const original = source.name ?? local
  return { from: source.from, names: [{ name: original, ...(original !== local && { as: local }) }] }
}

/** Plain names of one module share a line. */
function merge(lines: readonly ImportLine[]): readonly ImportLine[] {
  const plain = new Map<string, ImportedName[]>()
  const rest = new Map<string, ImportLine>()
  for (const line of lines) {
    if ('from' in line && line.names.every(n => n.as === undefined)) {
      plain.set(line.from, [...(plain.get(line.from) ?? []), ...line.names])
    } else rest.set(JSON.stringify(line), line)
  }
  const merged = [...plain].map(([from, names]): ImportLine => {
    const unique = [...new Set(names.map(n => n.name))].sort(compareNames)
    return { from, names: unique.map(name => ({ name })) }
  })
  return [...rest.values(), ...merged]
}

function moduleOf(line: ImportLine): string {
  return 'module' in line ? line.module : line.from
}

function sectionOf(module: string, localModules: readonly string[]): number {
  const [root = ''] = module.split('.')
  if (root === '__future__') return 0
  if (standardModules.has(root)) return 1
  if (root === '') return 4
  return localModules.includes(root) ? 3 : 2
}

function compareLines(a: ImportLine, b: ImportLine): number {
  const rank = (line: ImportLine): number => ('module' in line ? 0 : 1)
  return (
    rank(a) - rank(b) ||
    compareText(moduleOf(a).toLowerCase(), moduleOf(b).toLowerCase()) ||
    compareText(key(a), key(b))
  )
}

function key(line: ImportLine): string {
  return 'module' in line ? (line.as ?? '') : line.names.map(n => `${n.name} ${n.as ?? ''}`).join()
}

/** CONSTANTS, then Classes, then functions. */
function compareNames(a: string, b: string): number {
  const rank = (text: string): number => (/^[A-Z0-9_]{2,}$/.test(text) ? 0 : /^[A-Z]/.test(text) ? 1 : 2)
  return rank(a) - rank(b) || compareText(a.toLowerCase(), b.toLowerCase()) || compareText(a, b)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
