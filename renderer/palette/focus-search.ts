let field: HTMLInputElement | null = null

/** The palette says which field it searches by; React calls it with `null` when the field goes. */
export function registerSearch(element: HTMLInputElement | null): void {
  field = element
}

export function focusPaletteSearch(): void {
  field?.focus()
  field?.select()
}
