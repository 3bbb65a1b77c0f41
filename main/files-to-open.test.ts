import { expect, test } from 'vitest'
import { filesToOpen } from './files-to-open'

test.each<[readonly string[], readonly string[]]>([
  [['electron', '.'], []],
  [['electron', '.', 'net.blockprop'], ['/home/me/net.blockprop']],
  [
    ['blockprop', '/a/B.BlockProp', 'c d.blockprop'],
    ['/a/B.BlockProp', '/home/me/c d.blockprop']
  ],
  [['blockprop', '--inspect', '--x=a.blockprop', 'notes.txt', '../up.blockprop'], ['/home/up.blockprop']],
  [['blockprop', 'file:///home/you/a%20b.blockprop'], ['/home/you/a b.blockprop']],
  [['blockprop', 'file:///etc/passwd', 'https://evil.example/'], []],
  [['net.blockprop'], []]
])('%j', (argv, files) => expect(filesToOpen(argv, '/home/me')).toEqual(files))
