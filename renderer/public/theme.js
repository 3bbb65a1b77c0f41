// Runs before the first paint, so that nobody sees the wrong theme flash by; the page's policy allows no
// inline script. `renderer/ui/theme.ts` owns the setting. On the desktop the main process has told Chromium the theme, so
// that "the system's" is right, and the storage need not be opened, which takes long.
try {
  const stored = 'blockprop' in window ? null : localStorage.getItem('blockprop.theme')
  const dark = stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
} catch {
  // Storage is shut: the system's theme it is, as the style sheet has it.
}
