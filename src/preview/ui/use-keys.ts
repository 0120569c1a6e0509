import { useLayoutEffect, useRef } from 'preact/hooks'

/** Calls at keys that stand for themselves: pressed without Ctrl and the like, and not where they are words. */
export function useKeys(names: readonly string[], press: (event: KeyboardEvent) => void): void {
  const latest = useRef(press)
  latest.current = press
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return
      if (names.includes(event.key)) latest.current(event)
    }
    addEventListener('keydown', hear)
    return () => {
      removeEventListener('keydown', hear)
    }
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
