import type { LucideIcon, LucideIconNode } from 'lucide-react'
import type { ReactElement } from 'react'

/** A line of an icon: the name of an SVG element with its attributes. Icons are 24 wide and high. */
export interface IconShape {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
}

export const iconSize = 24

type Rendering = (
  props: object,
  ref: null
) => ReactElement<{ readonly icon?: { readonly node: LucideIconNode[] } }>

/** What an icon is drawn of, for pictures made without React: its component is asked for its element. */
export function iconShapes(icon: LucideIcon): readonly IconShape[] {
  const { render } = icon as unknown as { readonly render: Rendering }
  return (render({}, null).props.icon?.node ?? []).map(([name, { key: _key, ...attributes }]) => ({
    name,
    attributes: attributes as IconShape['attributes']
  }))
}
