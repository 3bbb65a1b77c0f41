import type { Param } from '../../shared/blocks/params'
import { strings } from '../../shared/strings/strings'

/** What a parameter may be, in words; empty where anything goes. */
export function rangeText(param: Param): string {
  if (param.kind !== 'int' && param.kind !== 'float' && param.kind !== 'pair') return ''
  const [min, max] = [param.min.toLocaleString('en'), param.max.toLocaleString('en')]
  const words =
    param.kind === 'float' && param.above === true ? strings.inspector.above : strings.inspector.range
  return `(${words(min, max)})`
}
