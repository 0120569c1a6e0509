import type { VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { DocumentHead } from '../document-view.ts'
import type { FindingView } from '../finding-view.ts'
import { FindingCard } from './finding-card.tsx'
import { counted } from './words.tsx'

interface MarginProps {
  readonly head: DocumentHead
  readonly tops: ReadonlyMap<string, number>
  readonly chosen: FindingView | undefined
  readonly choose: (finding: FindingView) => void
}

const gap = 10

/** The findings beside the lines that they speak of; where there is no room beside, below one another. */
export function Margin({ head: { findings, path, hash, editor }, tops, chosen, choose }: MarginProps): VNode {
  const box = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const place = (): void => {
      let next = 0
      const list = element.querySelector<HTMLElement>('.cards')
      const above = list?.offsetTop ?? 0
      for (const card of element.querySelectorAll<HTMLElement>('.finding')) {
        const top = Math.max((tops.get(card.dataset.key ?? '') ?? 0) - above, next)
        card.style.setProperty('--top', `${top}px`)
        next = top + card.offsetHeight + gap
      }
      list?.style.setProperty('--height', `${next}px`)
    }
    place()
    const watch = new ResizeObserver(place)
    for (const card of element.querySelectorAll('.finding')) watch.observe(card)
    return () => {
      watch.disconnect()
    }
  }, [findings, tops])
  return (
    <aside class="margin" ref={box} aria-label="Findings">
      <p class="sum">
        {findings.length === 0 ? 'Nothing was found here.' : counted(findings.length, 'finding')}
      </p>
      <div class="cards">
        {findings.map((finding) => (
          <FindingCard
            key={finding.key}
            finding={finding}
            path={path}
            hash={hash}
            editor={editor}
            isChosen={chosen?.key === finding.key}
            choose={() => {
              choose(finding)
            }}
          />
        ))}
      </div>
    </aside>
  )
}
