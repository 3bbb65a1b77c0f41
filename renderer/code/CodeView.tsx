import { python } from '@codemirror/lang-python'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorState, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView, lineNumbers, type DecorationSet } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { useEffect, useRef } from 'react'
import { strings } from '../../shared/strings/strings'
import styles from './CodePanel.module.css'

interface CodeViewProps {
  readonly text: string
  /** Lines to light, from 1. */
  readonly lit: ReadonlySet<number>
  readonly onLine: (line: number) => void
}

const light = StateEffect.define<ReadonlySet<number>>()

const litLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (lines, { effects, changes, state }) => {
    const asked = effects.find(effect => effect.is(light))
    return asked ? decorate(state, asked.value) : lines.map(changes)
  },
  provide: field => EditorView.decorations.from(field)
})

function decorate(state: EditorState, lines: ReadonlySet<number>): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const line of [...lines].sort((a, b) => a - b)) {
    if (line > state.doc.lines) break
    const { from } = state.doc.line(line)
    builder.add(from, from, Decoration.line({ class: styles.lit ?? '' }))
  }
  return builder.finish()
}

const colours = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword],
    color: 'var(--g-activation)'
  },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--g-recurrent)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--g-attention)' },
  { tag: [tags.comment, tags.docString], color: 'var(--ink-3)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: 'var(--g-core)' },
  { tag: [tags.className, tags.definition(tags.variableName)], color: 'var(--ink)' }
])

const extensions = [
  python(),
  syntaxHighlighting(colours),
  lineNumbers(),
  litLines,
  EditorState.readOnly.of(true),
  EditorView.contentAttributes.of({ 'aria-label': strings.commands.showCode })
]

/** Read-only code with line numbers and colours. */
export function CodeView({ text, lit, onLine }: CodeViewProps) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const clicked = useRef(onLine)

  useEffect(() => {
    clicked.current = onLine
  }, [onLine])

  useEffect(() => {
    if (!place.current) return
    const clicks = EditorView.domEventHandlers({
      click: (event, editor) => {
        const at = editor.posAtCoords({ x: event.clientX, y: event.clientY })
        // Text that is being selected is meant to be copied.
        if (at !== null && editor.state.selection.main.empty)
          clicked.current(editor.state.doc.lineAt(at).number)
      }
    })
    const editor = new EditorView({ parent: place.current, extensions: [extensions, clicks] })
    view.current = editor
    return () => editor.destroy()
  }, [])

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
  }, [text, lit])

  return <div ref={place} className={styles.view} />
}
