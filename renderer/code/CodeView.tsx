import { python } from '@codemirror/lang-python'
import { EditorState } from '@codemirror/state'
import { EditorView, highlightActiveLine, keymap, lineNumbers, type KeyBinding } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { codeColours } from './code-theme'
import { light, litLines } from './lit-lines'
import styles from './CodePanel.module.css'

interface CodeViewProps {
  /** What a screen reader calls it. */
  readonly label: string
  readonly text: string
  /** Lines to light, from 1. */
  readonly lit: ReadonlySet<number>
  /** A line was clicked, or Enter was pressed on it. */
  readonly onLine: (line: number) => void
}

type Move = (view: EditorView) => { readonly anchor: number; readonly head?: number }

const goTo =
  (move: Move) =>
  (view: EditorView): boolean => {
    view.dispatch({ selection: move(view), scrollIntoView: true })
    return true
  }

const vertically =
  (forward: boolean, distance?: (view: EditorView) => number): Move =>
  view => ({ anchor: view.moveVertically(view.state.selection.main, forward, distance?.(view)).head })

const page = ({ scrollDOM, defaultLineHeight }: EditorView): number =>
  scrollDOM.clientHeight - 2 * defaultLineHeight

/** The browser knows only of the lines that are drawn. */
const keys: readonly KeyBinding[] = [
  { key: 'ArrowUp', run: goTo(vertically(false)) },
  { key: 'ArrowDown', run: goTo(vertically(true)) },
  { key: 'PageUp', run: goTo(vertically(false, page)) },
  { key: 'PageDown', run: goTo(vertically(true, page)) },
  { key: 'Mod-a', run: goTo(({ state }) => ({ anchor: 0, head: state.doc.length })) },
  { key: 'Mod-Home', run: goTo(() => ({ anchor: 0 })) },
  { key: 'Mod-End', run: goTo(({ state }) => ({ anchor: state.doc.length })) }
]

const extensions = [
  python(),
  codeColours,
  lineNumbers(),
  highlightActiveLine(),
  litLines(styles.lit ?? ''),
  keymap.of(keys),
  EditorState.readOnly.of(true)
]

/** Read-only code with line numbers and colours. */
export function CodeView({ label, text, lit, onLine }: CodeViewProps) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const chosen = useRef(onLine)

  useEffect(() => {
    chosen.current = onLine
  }, [onLine])

  useEffect(() => {
    if (!place.current) return
    const lineAt = (editor: EditorView, at: number): void =>
      chosen.current(editor.state.doc.lineAt(at).number)
    // No click comes where pressing has drawn the line anew, as it does to show the cursor's line.
    const clicks = EditorView.domEventHandlers({
      mouseup: (event, editor) => {
        const at = editor.posAtCoords({ x: event.clientX, y: event.clientY })
        // Text that is being selected is meant to be copied.
        if (event.button === 0 && at !== null && editor.state.selection.main.empty) lineAt(editor, at)
      }
    })
    const enter = keymap.of([
      {
        key: 'Enter',
        run: editor => {
          lineAt(editor, editor.state.selection.main.head)
          return true
        }
      }
    ])
    const named = EditorView.contentAttributes.of({
      tabindex: '0',
      'aria-label': label,
      'aria-readonly': 'true'
    })
    const editor = new EditorView({ parent: place.current, extensions: [extensions, named, clicks, enter] })
    view.current = editor
    return () => editor.destroy()
  }, [label])

  useEffect(() => {
    const editor = view.current
    if (!editor) return
    if (editor.state.doc.toString() !== text)
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } })
    const [first] = [...lit].sort((a, b) => a - b)
    const scroll =
      first !== undefined && first <= editor.state.doc.lines
        ? [EditorView.scrollIntoView(editor.state.doc.line(first).from, { y: 'nearest', yMargin: 40 })]
        : []
    editor.dispatch({ effects: [light.of(lit), ...scroll] })
  }, [label, text, lit])

  return <div ref={place} className={styles.view} />
}
