import { createElement, useLayoutEffect, useState, type ComponentType, type ReactNode } from 'react'

/** A component whose code comes when it is first drawn, or when `load` is called before. */
export interface Part<Props> {
  (props: Props): ReactNode
  readonly load: () => Promise<void>
}

/**
 * A component that is no part of what a window starts with; `waiting` stands in its place until it is there. Unlike
 * React's `lazy`, one that was loaded before is drawn at once, one that comes is not held back for the third of a second
 * that Suspense leaves between two changes, and one that could not be had is asked for again.
 * What fails is thrown to the error boundary around it.
 */
export function part<Props extends object>(
  get: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null
): Part<Props> {
  let loaded: ComponentType<Props> | null = null
  let coming: Promise<void> | null = null

  const load = (): Promise<void> =>
    (coming ??= get().then(
      component => void (loaded = component),
      (reason: unknown) => {
        coming = null
        throw reason
      }
    ))

  function LoadedPart(props: Props): ReactNode {
    const [, setCome] = useState(false)
    const [failure, setFailure] = useState<{ readonly reason: unknown } | null>(null)
    useLayoutEffect(() => {
      if (loaded !== null) return
      let isThere = true
      load().then(
        () => isThere && setCome(true),
        (reason: unknown) => isThere && setFailure({ reason })
      )
      return () => void (isThere = false)
    }, [])
    if (failure) throw failure.reason
    return loaded === null ? waiting : createElement(loaded, props)
  }

  return Object.assign(LoadedPart, { load })
}
