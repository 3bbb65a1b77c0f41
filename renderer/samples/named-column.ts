export interface NamedColumn {
  /** `Sepal length` */
  readonly label: string
  /** `cm`; empty where it has none. */
  readonly unit: string
}

/** A column's name without its unit, which stands in brackets at the end: `sepal length (cm)`. */
export function namedColumn(name: string): NamedColumn {
  const [, label = name, unit = ''] = /^(.*\S)\s*[([]([^()[\]]+)[)\]]$/.exec(name) ?? []
  return { label: label.length === 1 ? label : label.charAt(0).toUpperCase() + label.slice(1), unit }
}
