import { useState } from 'preact/hooks'
import type { FindingView } from '../finding-view.ts'
import { useKeys } from './use-keys.ts'

/** The finding that a person looks at, and how to look at another. */
export interface ChosenFinding {
  readonly chosen: FindingView | undefined
  readonly choose: (finding: FindingView) => void
}

/** Lets a person choose a finding, by its card or with `j` and `k`; `show` brings its place into view. */
export function useChosenFinding(
  findings: readonly FindingView[],
  show: (finding: FindingView) => void,
): ChosenFinding {
  const [chosenKey, setChosenKey] = useState<string>()
  const at = findings.findIndex(({ key }) => key === chosenKey)
  const choose = (finding: FindingView): void => {
    setChosenKey(finding.key)
    show(finding)
    focusCard(finding)
  }
  useKeys(['j', 'k'], ({ key }) => {
    const next = findings[key === 'j' ? Math.min(at + 1, findings.length - 1) : Math.max(at - 1, 0)]
    if (next) choose(next)
  })
  return { chosen: findings[at], choose }
}

/** Puts the focus on a finding beside the document, unless it is there. */
function focusCard({ key }: FindingView): void {
  const card = document.querySelector(`.finding[data-key="${CSS.escape(key)}"]`)
  if (!card || card.contains(document.activeElement)) return
  card.querySelector<HTMLElement>('.place')?.focus({ preventScroll: true })
}
