export const problems = {
  title: 'Problems',
  count: (count: number) => (count === 1 ? '1 problem' : `${count} problems`),
  warnings: (count: number) => (count === 1 ? '1 hint' : `${count} hints`),
  show: 'Show',
  error: 'Problem',
  warning: 'Hint',
  hide: 'Hide',
  why: 'Why?',
  fixAll: 'Fix all that is safe',
  fixAllHelp:
    'Takes one fix after another, as long as each mends something, breaks nothing and takes nothing away. One undo brings all back.',
  fixed: (count: number) => (count === 1 ? 'fix 1 problem' : `fix ${count} problems`)
}
