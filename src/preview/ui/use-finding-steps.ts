import { useEffect } from 'preact/hooks'
import type { FindingView } from '../finding-view.ts'

/** Lets `j` and `k` go from one finding to the next and back. */
export function useFindingSteps(
  findings: readonly FindingView[],
  chosen: string | undefined,
  choose: (finding: FindingView) => void,
): void {
  useEffect(() => {
    const step = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return
      if (event.key !== 'j' && event.key !== 'k') return
      const at = findings.findIndex(({ key }) => key === chosen)
      const next = findings[event.key === 'j' ? Math.min(at + 1, findings.length - 1) : Math.max(at - 1, 0)]
      if (next) choose(next)
    }
    addEventListener('keydown', step)
    return () => {
      removeEventListener('keydown', step)
    }
  }, [findings, chosen])
}

/** Whether keys are words where the focus is. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

/** Puts the focus on a finding beside the document, unless it is there. */
export function focusCard({ key }: FindingView): void {
  const card = document.querySelector(`.finding[data-key="${CSS.escape(key)}"]`)
  if (!card || card.contains(document.activeElement)) return
  card.querySelector<HTMLElement>('.place')?.focus({ preventScroll: true })
}

/** How the page moves to a place: at once for those who asked for calm. */
export function scrolling(): ScrollIntoViewOptions {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  return { block: 'center', behavior: isCalm ? 'instant' : 'smooth' }
}
