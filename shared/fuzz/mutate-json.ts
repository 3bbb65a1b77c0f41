import { hostileKeys, hostileValues, nested } from './hostile'
import type { Random } from './random'

type Place = { readonly parent: Record<string, unknown> | unknown[]; readonly key: string }

/**
 * A value of JSON with one to five of its parts changed; the given one is untouched. `rude` replaces, removes, moves,
 * doubles and renames whatever there is; `sly` leaves every value of its kind, so that a check of forms lets most through.
 */
export function mutateJson(json: unknown, random: Random, manner: 'rude' | 'sly'): unknown {
  const root = { json: structuredClone(json) }
  const mutations = manner === 'rude' ? rude : sly
  for (let times = 1 + random.below(5); times > 0; times--) {
    const places = placesIn(root)
    if (places.length === 0) break
    random.pick(mutations)(random.pick(places), places, random)
  }
  // The whole may have been removed.
  return root.json ?? null
}

type Mutation = (place: Place, all: readonly Place[], random: Random) => void

const replace: Mutation = (place, _all, random) => write(place, structuredClone(random.pick(hostileValues)))

const replaceByDeep: Mutation = (place, _all, random) =>
  write(place, nested(random.pick([3, 30, 60, 70, 200])))

const remove: Mutation = ({ parent, key }) => {
  if (Array.isArray(parent)) parent.splice(Number(key), 1)
  else Reflect.deleteProperty(parent, key)
}

/** What stands at another place: ids that name something else, groups inside of themselves, edges that close a ring. */
const copyFromElsewhere: Mutation = (place, all, random) => {
  write(place, structuredClone(read(random.pick(all))))
}

/** Of the same kind, which a check of types lets through. */
const copyAlike: Mutation = (place, all, random) => {
  const value = read(place)
  const alike = all.filter(other => typeof read(other) === typeof value && other !== place)
  if (alike.length > 0) write(place, structuredClone(read(random.pick(alike))))
}

const rename: Mutation = ({ parent, key }, _all, random) => {
  if (Array.isArray(parent)) return
  const value = parent[key]
  Reflect.deleteProperty(parent, key)
  write({ parent, key: random.pick(hostileKeys) }, value)
}

const add: Mutation = (place, _all, random) => {
  const value = read(place)
  const more = structuredClone(random.pick(hostileValues))
  if (Array.isArray(value)) value.push(more)
  else if (isRecord(value)) write({ parent: value, key: random.pick(hostileKeys) }, more)
  else write(place, more)
}

const double: Mutation = (place, _all, random) => {
  const value = read(place)
  if (Array.isArray(value)) {
    for (let times = random.below(3); times >= 0 && value.length < 50_000; times--)
      value.push(...(structuredClone(value) as unknown[]))
  } else if (typeof value === 'number') write(place, value * random.pick([-1, 2, 10, 1e6]))
  else if (typeof value === 'string' && value.length < 100_000) write(place, value + value)
}

const rude = [
  ...[replace, replace, copyFromElsewhere, copyAlike, copyAlike, remove, rename, add, double, double],
  replaceByDeep
]

/** One number, word or switch by another, from elsewhere in the file or at the end of its range. */
const exchange: Mutation = (place, all, random) => {
  const value = read(place)
  if (typeof value === 'object') {
    if (Array.isArray(value) && value.length > 0) shuffle(value, random)
    return
  }
  const others = [...all.map(read), ...hostileValues].filter(other => typeof other === typeof value)
  write(place, random.pick(others))
}

/** Leaves out, doubles or exchanges entries of a list: numbers of a shape, edges. */
function shuffle(list: unknown[], random: Random): void {
  const at = random.below(list.length)
  const other = structuredClone(random.pick(list))
  list.splice(at, random.below(2), ...(random.below(2) === 0 ? [other] : []))
}

const sly = [exchange]

function placesIn(root: { readonly json: unknown }): readonly Place[] {
  const places: Place[] = []
  const open: (Record<string, unknown> | unknown[])[] = [root]
  for (let parent = open.pop(); parent !== undefined && places.length < 20_000; parent = open.pop())
    for (const key of Object.keys(parent)) {
      places.push({ parent, key })
      const value = read({ parent, key })
      if (Array.isArray(value) || isRecord(value)) open.push(value)
    }
  return places
}

function read({ parent, key }: Place): unknown {
  return Object.hasOwn(parent, key) ? (parent as Record<string, unknown>)[key] : undefined
}

/** As an own property, whatever the key: `__proto__` is written into the file, not into the prototype. */
function write({ parent, key }: Place, value: unknown): void {
  Object.defineProperty(parent, key, { value, writable: true, enumerable: true, configurable: true })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
