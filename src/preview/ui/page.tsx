import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PageView as View } from '../document-view.ts'
import type { FindingView } from '../finding-view.ts'
import { DocumentHead } from './document-head.tsx'
import { Margin } from './margin.tsx'
import { blockAt, RenderedPage } from './rendered-page.tsx'
import type { DocumentRoute } from './route.ts'
import { focusCard, scrolling, useFindingSteps } from './use-finding-steps.ts'
import { useView } from './use-view.ts'
import { Waiting } from './waiting.tsx'

/** A document as readers see it, its findings beside it. */
export function PageView({ route }: { readonly route: DocumentRoute }): VNode {
  const { view, trouble } = useView<View>('page', { path: route.path })
  const [chosenKey, setChosenKey] = useState<string>()
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map())
  const sheet = useRef<HTMLDivElement>(null)
  const isThere = view !== undefined
  useEffect(() => {
    if (isThere && route.at !== undefined) show(sheet.current, route.at)
  }, [isThere, route.at])
  const choose = (finding: FindingView): void => {
    setChosenKey(finding.key)
    show(sheet.current, finding.start)
    focusCard(finding)
  }
  useFindingSteps(view?.findings ?? [], chosenKey, choose)
  if (!view) return <Waiting trouble={trouble} />
  const chosen = view.findings.find(({ key }) => key === chosenKey)
  return (
    <main id="main" class="document" tabIndex={-1}>
      <DocumentHead view="page" head={view} />
      {trouble !== undefined && <p class="banner trouble">{trouble}</p>}
      <div class="beside-margin">
        <div class="sheet" ref={sheet}>
          {view.refused === undefined ? (
            <RenderedPage
              html={view.html}
              language={view.language}
              direction={view.direction}
              findings={view.findings}
              chosen={chosen}
              choose={choose}
              measured={setTops}
            />
          ) : (
            <p class="waiting">{view.refused}</p>
          )}
        </div>
        <Margin head={view} tops={tops} chosen={chosen} choose={choose} />
      </div>
    </main>
  )
}

function show(sheet: HTMLElement | null, offset: number): void {
  const page = sheet?.querySelector('.rendered')?.shadowRoot?.querySelector('.page')
  if (page) blockAt(page, offset)?.scrollIntoView(scrolling())
}
