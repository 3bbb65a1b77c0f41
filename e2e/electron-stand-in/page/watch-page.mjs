/** What the main process is told of a page without the preload's doing. */

/**
 * Self-contained: its source runs in the preload's world.
 * @param {(message: import('./isolated-world.mjs').ToMain) => void} tell
 */
export function watchPage(tell) {
  /** @param {Element | null} element */
  function fieldOf(element) {
    const field = element?.closest('input, textarea, [contenteditable]:not([contenteditable=false])') ?? null
    const hasText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    return {
      input: hasText ? field : null,
      isEditable: hasText ? !field.readOnly && !field.disabled : field !== null
    }
  }

  /** @param {HTMLInputElement | HTMLTextAreaElement | null} input */
  const selectionIn = input =>
    input
      ? input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0)
      : String(getSelection() ?? '')

  /** @param {MouseEvent} event */
  function describe(event) {
    const target = event.composedPath()[0]
    const element = target instanceof Element ? target : null
    const link = element?.closest('a')
    const { input, isEditable } = fieldOf(element)
    const selectionText = selectionIn(input)
    return {
      x: event.clientX,
      y: event.clientY,
      linkURL: link?.href ?? '',
      linkText: link?.textContent ?? '',
      srcURL: element instanceof HTMLImageElement ? element.src : '',
      mediaType:
        element instanceof HTMLImageElement
          ? 'image'
          : element instanceof HTMLCanvasElement
            ? 'canvas'
            : 'none',
      frameURL: '',
      selectionText,
      titleText: '',
      altText: '',
      misspelledWord: '',
      dictionarySuggestions: [],
      isEditable,
      formControlType:
        input === null ? 'none' : input instanceof HTMLTextAreaElement ? 'text-area' : `input-${input.type}`,
      menuSourceType: event.detail === 0 ? 'keyboard' : 'mouse',
      editFlags: {
        canUndo: isEditable,
        canRedo: isEditable,
        canCut: isEditable && selectionText !== '',
        canCopy: selectionText !== '',
        canPaste: isEditable,
        canDelete: isEditable && selectionText !== '',
        canSelectAll: true,
        canEditRichly: isEditable && input === null
      }
    }
  }

  window.addEventListener('contextmenu', event => {
    if (!event.defaultPrevented) tell({ kind: 'context-menu', params: describe(event) })
  })

  for (const type of /** @type {const} */ (['keydown', 'keyup']))
    window.addEventListener(
      type,
      ({ key, code, repeat, shiftKey, ctrlKey, altKey, metaKey, isComposing, location }) => {
        const modifiers = { shift: shiftKey, control: ctrlKey, alt: altKey, meta: metaKey }
        const name = type === 'keydown' ? 'keyDown' : 'keyUp'
        const input = { type: name, key, code, isAutoRepeat: repeat, isComposing, location, modifiers: [] }
        tell({ kind: 'input', input: { ...input, ...modifiers } })
      },
      { capture: true }
    )

  let title = ''
  function tellTitle() {
    if (document.title === title) return
    title = document.title
    tell({ kind: 'title', title })
  }
  document.addEventListener('DOMContentLoaded', () => {
    tellTitle()
    const changes = { childList: true, subtree: true, characterData: true }
    new MutationObserver(tellTitle).observe(document.head, changes)
  })

  const dark = matchMedia('(prefers-color-scheme: dark)')
  const tellScheme = () => tell({ kind: 'scheme', isDark: dark.matches })
  dark.addEventListener('change', tellScheme)
  tellScheme()
}
