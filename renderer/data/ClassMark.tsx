import { classColour, classShape } from './class-look'

/** The marker of a class as the scatter plot draws it. */
export function ClassMark({ label }: { readonly label: number }) {
  return (
    <svg width="10" height="10" viewBox="-5 -5 10 10" aria-hidden="true">
      <path d={classShape(label, 3.4)} fill={classColour(label)} />
    </svg>
  )
}
