/** What the browser says of the GPU; empty where it has no WebGL 2. */
export function webglRenderer(): string {
  if (typeof OffscreenCanvas === 'undefined') return ''
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2')
  if (gl === null) return ''
  const names = gl.getExtension('WEBGL_debug_renderer_info')
  const renderer: unknown = gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER)
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return typeof renderer === 'string' && renderer !== '' ? renderer : 'an unnamed GPU'
}

/** Whether WebGL is drawn by the processor: slower than WebAssembly, so it counts as no GPU. */
export function isSoftwareRenderer(renderer: string): boolean {
  return /swiftshader|llvmpipe|softpipe|software|basic render|\bwarp\b/i.test(renderer)
}

/** The name that a person knows: `ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 …)` → `NVIDIA GeForce RTX 3060`. */
export function gpuName(renderer: string): string {
  const angle = /^ANGLE \(([^,]*), (.*), [^,]*\)$/.exec(renderer)
  const name = (angle?.[2] ?? renderer)
    .replace(/^ANGLE Metal Renderer: /, '')
    .replace(/^(Vulkan|OpenGL)[\d. ]*\((.*)\)$/, '$2')
    .replace(/ \(0x[\da-f]+\)/gi, '')
    .replace(/ (Direct3D|OpenGL|vs_|ps_|\/PCIe).*$/, '')
    .trim()
  return name === '' ? renderer : name
}
