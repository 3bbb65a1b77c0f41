const addresses = import.meta.glob<string>('../../assets/datasets/*.gz', {
  query: '?url',
  import: 'default',
  eager: true
})

/** The bytes of a file in assets/datasets, from the app's own server. */
export async function readAsset(name: string): Promise<Uint8Array> {
  const address = addresses[`../../assets/datasets/${name}`]
  if (address === undefined) throw new Error(`there is no file ${name}`)
  const response = await fetch(address)
  if (!response.ok) throw new Error(`the server answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
