import type { Param } from '../../shared/blocks/params'
import { strings } from '../../shared/strings/strings'

const words = strings.inspector

/** What a parameter is for, what it may be and what it is unless told, in words. */
export function helpText(param: Param): string {
  return [param.help, rangeText(param)].filter(text => text !== '').join(' ')
}

function rangeText(param: Param): string {
  if (param.kind !== 'int' && param.kind !== 'float' && param.kind !== 'sizes') return ''
  const [min, max] = [numberText(param.min), numberText(param.max)]
  const range = param.kind === 'float' && param.above === true ? words.above(min, max) : words.range(min, max)
  const preset = param.kind === 'sizes' ? param.default.join(' × ') : numberText(param.default)
  return words.rangeAndDefault(param.unit === undefined ? range : `${range} ${param.unit}`, preset)
}

function numberText(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 9 })
}
