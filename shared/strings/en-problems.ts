export const problems = {
  title: 'Problems',
  count: (count: number) => (count === 1 ? '1 problem' : `${count} problems`),
  warnings: (count: number) => (count === 1 ? '1 hint' : `${count} hints`),
  show: 'Show',
  error: 'Problem',
  warning: 'Hint',
  hide: 'Hide'
}
