/** Neither a path nor a name that a file system takes for something else. */
export function isPlainName(name: string): boolean {
  if (name === '' || name === '.' || name === '..' || /[\u0000-\u001f/\\:*?"<>|]/.test(name)) return false
  return !/[ .]$/.test(name) && !/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name)
}
