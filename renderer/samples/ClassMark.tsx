import { classShape, classToken } from './class-look'

/** The mark of a class beside its name. */
export function ClassMark({ place }: { readonly place: number }) {
  return (
    <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
      <path d={classShape(place)} fill={`var(${classToken(place)})`} />
    </svg>
  )
}
