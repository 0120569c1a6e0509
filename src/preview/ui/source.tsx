import type { VNode } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { SourceView as View } from '../document-view.ts'
import { markedLines, type MarkedLine } from '../marked-lines.ts'
import { rankOf } from '../rank.ts'
import { DocumentFrame } from './document-frame.tsx'
import { Glyph } from './glyph.tsx'
import { Margin } from './margin.tsx'
import type { DocumentRoute } from './route.ts'
import { scrolling } from './scrolling.ts'
import { useChosenFinding } from './use-chosen-finding.ts'
import { useView } from './use-view.ts'
import { Waiting } from './waiting.tsx'

/** A document as it is written, with marks where something was found. */
export function SourceView({ route }: { readonly route: DocumentRoute }): VNode {
  const { view, trouble } = useView<View>('source', { path: route.path })
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map())
  const sheet = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => (view ? markedLines(view.text, view.findings) : []), [view])
  useLayoutEffect(() => {
    const element = sheet.current
    if (!element) return
    const measure = (): void => {
      const zero = element.getBoundingClientRect().top
      setTops(
        new Map(
          lines.flatMap(({ number, findings }) =>
            findings.map(({ key }) => [
              key,
              (lineAt(element, number)?.getBoundingClientRect().top ?? zero) - zero,
            ]),
          ),
        ),
      )
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => {
      watch.disconnect()
    }
  }, [lines])
  const isThere = view !== undefined
  useEffect(() => {
    const line = route.at === undefined ? undefined : lines.findLast(({ start }) => start <= (route.at ?? 0))
    if (isThere && line) lineAt(sheet.current, line.number)?.scrollIntoView(scrolling())
  }, [isThere, route.at])
  const { chosen, choose } = useChosenFinding(view?.findings ?? [], ({ line }) => {
    lineAt(sheet.current, line)?.scrollIntoView(scrolling())
  })
  if (!view) return <Waiting trouble={trouble} />
  return (
    <DocumentFrame view="source" head={view} trouble={trouble}>
      <div class="beside-margin">
        <div class="sheet source" ref={sheet} lang={view.language}>
          {lines.map((line) => (
            <Line key={line.number} line={line} chosen={chosen?.key} />
          ))}
        </div>
        <Margin head={view} tops={tops} chosen={chosen} choose={choose} />
      </div>
    </DocumentFrame>
  )
}

function lineAt(sheet: HTMLElement | null, number: number): Element | null {
  return sheet?.querySelector(`[data-line="${number}"]`) ?? null
}

interface LineProps {
  readonly line: MarkedLine
  readonly chosen: string | undefined
}

function Line({ line: { number, stretches, findings }, chosen }: LineProps): VNode {
  const [worst] = [...findings].sort((a, b) => rankOf(a) - rankOf(b))
  return (
    <div class={worst ? `line ${worst.severity}` : 'line'} data-line={number}>
      <span class="number">{number}</span>
      <span class="sign">{worst && <Glyph sign={worst.severity} />}</span>
      <code dir="auto">
        {stretches.map(({ text, key, severity }, index) =>
          key === undefined ? (
            text
          ) : (
            <mark key={index} class={`${severity ?? ''}${key === chosen ? ' chosen' : ''}`}>
              {text}
            </mark>
          ),
        )}
      </code>
    </div>
  )
}
