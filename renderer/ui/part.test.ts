import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { part } from './part'

const Greeting = ({ name }: { readonly name: string }) => createElement('p', null, `Hello ${name}`)
const waiting = createElement('i', null, 'soon')

const drawn = (Part: ReturnType<typeof part<{ readonly name: string }>>) =>
  renderToStaticMarkup(createElement(Part, { name: 'Ada' }))

test('something stands in its place until it is loaded; then it is drawn at once', async () => {
  let asked = 0
  const Part = part(() => Promise.resolve((asked++, Greeting)), waiting)
  expect(drawn(Part)).toBe('<i>soon</i>')
  await Promise.all([Part.load(), Part.load()])
  expect(drawn(Part)).toBe('<p>Hello Ada</p>')
  expect(asked).toBe(1)
})

test('one that could not be had is asked for again', async () => {
  const answers = [() => Promise.reject(new Error('no network')), () => Promise.resolve(Greeting)]
  const Part = part(() => answers.shift()?.() ?? Promise.resolve(Greeting), waiting)
  await expect(Part.load()).rejects.toThrow('no network')
  expect(drawn(Part)).toBe('<i>soon</i>')
  await Part.load()
  expect(drawn(Part)).toBe('<p>Hello Ada</p>')
})
