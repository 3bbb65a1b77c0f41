/** The page that stands in for a window whose process is gone: as little as can be, so that it works after all. */
import '@fontsource-variable/inter/wght.css'
import { crashNewsIn } from '../../shared/crash/news'
// Not through `strings`, which would bring every word of the app.
import { about } from '../../shared/strings/en-about'
import { crash } from '../../shared/strings/en-crash'
import { whenText } from '../../shared/strings/format'

const words = crash.page
const bridge = window.blockprop
const { reason, kept } = crashNewsIn(location.search)

const page = document.getElementById('page')
if (page === null) throw new Error('crash.html has no element #page')

const restart = button(crash.restart, async () => {
  restart.disabled = true
  say(words.restarting)
  try {
    if (bridge) await bridge.request('window.restart', null)
    else location.replace('./')
  } catch {
    restart.disabled = false
    say(words.cantRestart)
  }
})
restart.className = 'primary'

const copy = button(about.copyDetails, async () => {
  say((await copyDetails()) ? about.copied : about.cantCopy)
})

const told = element('p', '')
told.setAttribute('role', 'status')

const buttons = element('div', '')
buttons.className = 'buttons'
buttons.append(restart, copy)

const work = element('p', kept === null ? words.nothingKept : words.kept(whenText(kept)))
work.className = 'kept'

page.append(element('h1', words.title), element('p', words.reasons[reason]), work, buttons, told)
restart.focus()

async function copyDetails(): Promise<boolean> {
  try {
    const text = bridge ? await bridge.request('app.details', null) : navigator.userAgent
    if (typeof text !== 'string') return false
    if (bridge) return (await bridge.request('app.copyText', { text })) === true
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

function say(text: string): void {
  told.textContent = text
}

function element<Name extends 'h1' | 'p' | 'div'>(name: Name, text: string): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.textContent = text
  return made
}

function button(text: string, press: () => Promise<void>): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = text
  made.addEventListener('click', () => void press())
  return made
}
