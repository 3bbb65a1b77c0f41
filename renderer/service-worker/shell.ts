import type { Build } from './build'

/** The part of the browser that this needs. */
export interface Surroundings {
  /** The address below which the app lies, with a slash at its end. */
  readonly scope: string
  readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete' | 'match'>
  readonly fetch: (request: Request) => Promise<Response>
}

export interface Shell {
  /** Fetches every file of this version; rejects where one can't be had, and then the old version stays. */
  install(): Promise<void>
  /** Forgets what other versions have kept. */
  activate(): Promise<void>
  /** The answer to a request of a page; `null` leaves it to the browser. */
  answer(request: Request): Promise<Response> | null
}

const prefix = 'blockprop-'

/**
 * One version of the app, kept by the browser. A page is answered out of the version that it began with, from its first
 * file to its last; a checksum keeps files of a newer version out, should the server change while they are fetched.
 */
export function createShell(build: Build, { scope, caches, fetch }: Surroundings): Shell {
  const shellName = `${prefix}shell-${build.version}`
  const laterName = `${prefix}later`
  const urlOf = (path: string): string => new URL(path, scope).href

  const fetched = async (path: string, integrity: string): Promise<Response> => {
    // What has a hash in its name is what the page itself has just loaded; the rest is asked for anew.
    const cache = isHashed(path) ? 'default' : 'no-cache'
    const response = await fetch(new Request(urlOf(path), { integrity, cache }))
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}`)
    return response
  }

  const dressed = (response: Response): Response => {
    const headers = new Headers(response.headers)
    for (const [name, value] of Object.entries(build.headers)) headers.set(name, value)
    return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
  }

  const fromShell = async (path: string, request: Request): Promise<Response> => {
    const kept = await (await caches.open(shellName)).match(urlOf(path), anyVary)
    // The browser may have thrown it away.
    return dressed(kept ?? (await fetch(request)))
  }

  const fromLater = async (path: string, integrity: string): Promise<Response> => {
    const cache = await caches.open(laterName)
    const kept = await cache.match(urlOf(path), anyVary)
    if (kept) return dressed(kept)
    const response = await fetched(path, integrity)
    // A full disk is no reason to refuse what is here.
    await cache.put(urlOf(path), response.clone()).catch(() => undefined)
    return dressed(response)
  }

  return {
    install: async () => {
      const cache = await caches.open(shellName)
      const keep = async ([path, integrity]: [string, string]): Promise<void> => {
        // A name with a hash means the same bytes in every version.
        const kept = isHashed(path) ? await caches.match(urlOf(path), anyVary) : undefined
        await cache.put(urlOf(path), kept ?? (await fetched(path, integrity)))
      }
      await Promise.all(Object.entries(build.shell).map(keep))
    },
    activate: async () => {
      const names = await caches.keys()
      const others = names.filter(name => name.startsWith(prefix) && name !== shellName && name !== laterName)
      await Promise.all(others.map(name => caches.delete(name)))
      const cache = await caches.open(laterName)
      const known = new Set(Object.keys(build.later).map(urlOf))
      const old = (await cache.keys()).filter(({ url }) => !known.has(url))
      await Promise.all(old.map(request => cache.delete(request)))
    },
    answer: request => {
      const path = request.method === 'GET' ? pathBelow(scope, request.url) : null
      if (path === null) return null
      if (Object.hasOwn(build.shell, path)) return fromShell(path, request)
      const integrity = Object.hasOwn(build.later, path) ? build.later[path] : undefined
      return integrity === undefined ? null : fromLater(path, integrity)
    }
  }
}

const anyVary = { ignoreVary: true }

/** Vite puts a hash of the content into these names. */
const isHashed = (path: string): boolean => path.startsWith('assets/')

function pathBelow(scope: string, address: string): string | null {
  const url = new URL(address)
  url.search = ''
  url.hash = ''
  if (!url.href.startsWith(scope)) return null
  const path = url.href.slice(scope.length)
  return path === '' ? 'index.html' : path
}
