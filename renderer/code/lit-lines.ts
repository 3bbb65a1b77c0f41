import { RangeSetBuilder, StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'

/** Asks for other lines to be lit, counted from 1. */
export const light = StateEffect.define<ReadonlySet<number>>()

/** Lines that belong to what is selected elsewhere; each gets the class. */
export function litLines(className: string): Extension {
  const mark = Decoration.line({ class: className, attributes: { 'data-lit': '' } })
  const decorate = (state: EditorState, lines: ReadonlySet<number>): DecorationSet => {
    const builder = new RangeSetBuilder<Decoration>()
    for (const line of [...lines].sort((a, b) => a - b)) {
      if (line > state.doc.lines) break
      const { from } = state.doc.line(line)
      builder.add(from, from, mark)
    }
    return builder.finish()
  }
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update: (lines, { effects, changes, state }) => {
      const asked = effects.find(effect => effect.is(light))
      return asked ? decorate(state, asked.value) : lines.map(changes)
    },
    provide: field => EditorView.decorations.from(field)
  })
}
