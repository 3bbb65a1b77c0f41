export const code = {
  copy: 'Copy',
  copied: 'Copied',
  cantCopy: 'The browser did not allow to copy. Select the code and press Ctrl+C.',
  notYet: 'Once these problems are gone, the code stands here.'
}
