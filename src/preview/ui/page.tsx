import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PageView as View } from '../document-view.ts'
import { DocumentFrame } from './document-frame.tsx'
import { Margin } from './margin.tsx'
import { blockAt, RenderedPage } from './rendered-page.tsx'
import type { DocumentRoute } from './route.ts'
import { scrolling } from './scrolling.ts'
import { useChosenFinding } from './use-chosen-finding.ts'
import { useView } from './use-view.ts'
import { Waiting } from './waiting.tsx'

/** A document as readers see it, its findings beside it. */
export function PageView({ route }: { readonly route: DocumentRoute }): VNode {
  const { view, trouble } = useView<View>('page', { path: route.path })
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map())
  const sheet = useRef<HTMLDivElement>(null)
  const isThere = view !== undefined
  useEffect(() => {
    if (isThere && route.at !== undefined) show(sheet.current, route.at)
  }, [isThere, route.at])
  const { chosen, choose } = useChosenFinding(view?.findings ?? [], ({ start }) => {
    show(sheet.current, start)
  })
  if (!view) return <Waiting trouble={trouble} />
  return (
    <DocumentFrame view="page" head={view} trouble={trouble}>
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
    </DocumentFrame>
  )
}

function show(sheet: HTMLElement | null, offset: number): void {
  const page = sheet?.querySelector('.rendered')?.shadowRoot?.querySelector('.page')
  if (page) blockAt(page, offset)?.scrollIntoView(scrolling())
}
