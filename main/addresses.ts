/** The page of the app has an address of its own kind: no file, no server, one origin for all windows. */
export const SCHEME = 'app'
const ORIGIN = `${SCHEME}://blockprop`

export const PAGES = {
  app: `${ORIGIN}/index.html`,
  /** Shown in place of a page that has crashed. */
  crash: `${ORIGIN}/crash.html`
} as const

/** Whether an address is one of the app's own pages; a query or a fragment changes nothing. */
export function isOwnPage(address: string): boolean {
  const { href } = bare(address)
  return Object.values(PAGES).some(page => page === href)
}

function bare(address: string): { readonly href: string | null } {
  if (!URL.canParse(address)) return { href: null }
  const url = new URL(address)
  url.search = ''
  url.hash = ''
  return url
}

/** Hosts that links may lead to, in the person's browser. */
const OUTSIDE = [
  'github.com',
  'keras.io',
  'pytorch.org',
  'docs.pytorch.org',
  'www.tensorflow.org',
  'archive.ics.uci.edu'
]

/** Whether a link may be opened in the browser: an https page of a host that the app itself leads to. */
export function mayOpenOutside(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, username, password } = new URL(address)
  return (
    protocol === 'https:' && port === '' && username === '' && password === '' && OUTSIDE.includes(hostname)
  )
}
