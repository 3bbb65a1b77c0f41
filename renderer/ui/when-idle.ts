/** Does something once the window has nothing else to do; gives the way to call it off. Safari has no idle callbacks. */
export function whenIdle(work: () => void): () => void {
  if (typeof window === 'undefined') return () => {}
  const { requestIdleCallback: ask, cancelIdleCallback: callOff } = window as Partial<typeof window>
  if (ask && callOff) {
    const asked = ask(work)
    return () => callOff(asked)
  }
  const timer = setTimeout(work, 300)
  return () => clearTimeout(timer)
}
