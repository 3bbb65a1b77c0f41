import { expect, it } from 'vitest'
import { element, xmlText } from './xml'

it.each([
  ['<script>alert("1")</script>', '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;'],
  ["a & b's", 'a &amp; b&#39;s'],
  ['a\u0000b\u001Bc\u0085d', 'abcd'],
  ['two\r\n\tlines', 'two lines'],
  ['half \uD800 a pair', 'half  a pair'],
  ['\uFFFE\uFFFF\u{1FFFE}', ''],
  ['a \u202Eesrever\u2066 b', 'a esrever b'],
  ['שלום 层 😀', 'שלום 层 😀']
])('%j is %j', (text, xml) => {
  expect(xmlText(text)).toBe(xml)
})

it('makes elements without what is not there', () => {
  const inside = [element('b', { x: 1 / 3, y: undefined, z: '"' })]
  expect(element('a', {}, inside)).toBe('<a><b x="0.33" z="&quot;"/></a>')
})
