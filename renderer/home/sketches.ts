/** What the picture on an example's card shows: the types of its main blocks, from left to right. */
export const sketches: Readonly<Record<string, readonly string[]>> = {
  'digits-mlp': ['input', 'flatten', 'dense', 'dense', 'dense', 'output'],
  'digits-cnn': ['input', 'conv2d', 'maxPooling2d', 'conv2d', 'maxPooling2d', 'dense', 'output'],
  'digits-residual': ['input', 'conv2d', 'group', 'group', 'dense', 'output'],
  'iris-mlp': ['input', 'dense', 'dense', 'output'],
  'names-lstm': ['input', 'embedding', 'lstm', 'dense', 'output'],
  'names-attention': ['input', 'embedding', 'multiHeadAttention', 'dense', 'output']
}
