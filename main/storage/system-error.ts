/** An error as the system would give it. */
export function systemError(code: string): Error & { readonly code: string } {
  return Object.assign(new Error(code), { code })
}

/** The system's code of a failure; `null` for an error of another kind, which is a bug. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

export function hasCode(error: unknown, codes: readonly string[]): boolean {
  const code = codeOf(error)
  return code !== null && codes.includes(code)
}

/** `null` where there is nothing of that name. */
export async function whereThereIs<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'ENOTDIR'])) return null
    throw error
  }
}
