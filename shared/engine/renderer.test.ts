import { describe, expect, it } from 'vitest'
import { gpuName, isSoftwareRenderer } from './renderer'

const renderers: [string, string, boolean][] = [
  [
    'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'NVIDIA GeForce RTX 3060',
    false
  ],
  [
    'ANGLE (Intel, Intel(R) UHD Graphics 620 (0x00005917) Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'Intel(R) UHD Graphics 620',
    false
  ],
  ['ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)', 'Apple M2', false],
  ['ANGLE (AMD, AMD Radeon RX 6600 (radeonsi), OpenGL 4.6)', 'AMD Radeon RX 6600 (radeonsi)', false],
  ['NVIDIA GeForce GTX 1080/PCIe/SSE2', 'NVIDIA GeForce GTX 1080/PCIe/SSE2', false],
  [
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'SwiftShader Device (Subzero)',
    true
  ],
  ['llvmpipe (LLVM 15.0.6, 256 bits)', 'llvmpipe (LLVM 15.0.6, 256 bits)', true],
  [
    'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'Microsoft Basic Render Driver',
    true
  ],
  ['Apple Software Renderer', 'Apple Software Renderer', true]
]

describe('the name of a GPU', () => {
  it.each(renderers)('%s', (renderer, name, software) => {
    expect({ name: gpuName(renderer), software: isSoftwareRenderer(renderer) }).toEqual({ name, software })
  })
})
