// Runs before the first paint, so that nobody sees the wrong theme flash by; the page's policy allows no
// inline script. `renderer/ui/theme.ts` owns the setting.
try {
  const theme = localStorage.getItem('blockprop.theme')
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme
} catch {
  // Storage is shut: the system's theme it is.
}
