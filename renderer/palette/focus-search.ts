let field: HTMLInputElement | null = null

/** The palette says which field it searches by; React calls it with `null` when the field goes. */
export function registerSearch(element: HTMLInputElement | null): void {
  field = element
}

/** Whether there was a field to focus. */
export function focusPaletteSearch(): boolean {
  field?.focus()
  field?.select()
  return field !== null
}
