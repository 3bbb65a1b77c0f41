export const diagram = {
  title: 'Picture of the network',
  preview: 'How the picture looks',
  colours: 'Colours',
  themes: { window: 'As the window', light: 'Light', dark: 'Dark' },
  transparent: 'No background',
  scale: 'Size of the PNG',
  scales: { 1: '1×', 2: '2×', 3: '3×', 4: '4×' },
  pixels: (width: string, height: string) => `${width} × ${height} pixels`,
  svg: 'Save SVG',
  png: 'Save PNG',
  copy: 'Copy PNG',
  copied: 'The picture is copied',
  notCopied: 'The picture was not copied',
  cantCopy: 'The browser did not allow it. Save the PNG instead.',
  notSaved: 'The picture was not saved',
  smaller: 'The picture is smaller than asked for',
  smallerThan: (scale: number, wanted: number) =>
    `The network is large: it is drawn at ${scale}× in place of ${wanted}×. An SVG has no such limit.`,
  tooLarge: (blocks: number) =>
    `${blocks.toLocaleString('en')} blocks make a PNG too large for the browser. Save it as SVG, which has no such limit.`
}
