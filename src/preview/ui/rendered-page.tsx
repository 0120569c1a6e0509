import type { VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { theme } from '../../export/theme.ts'
import type { FindingView } from '../finding-view.ts'
import { rankOf } from '../rank.ts'
import { morph } from './morph.ts'

/** The look of the exported page, for a root of its own in the preview. */
const pageTheme = `${theme
  .replace(/:root \{\n {2}color-scheme: light dark;/, ':host {')
  .replace(/^html .*$/m, '')
  .replace(/^body \{ margin: 0; background: var\(--page\);/m, '.page {')
  .replace(/^main .*$/m, '')}
:host { display: block; }
.page { padding: 1.75rem 2rem 3rem; max-width: 48rem; }
.page [data-finding] { position: relative; outline: 2px solid transparent; outline-offset: 4px; border-radius: 3px; background-clip: padding-box; cursor: pointer; box-shadow: -.85rem 0 0 -.55rem var(--mark); }
.page :is(h1, h2, h3, h4, h5, h6, p)[data-finding] { box-shadow: none; }
.page :is(h1, h2, h3, h4, h5, h6, p)[data-finding]::before { content: ''; position: absolute; inset-block: 0; inset-inline-start: -.85rem; width: .3rem; border-radius: 2px; background: var(--mark); }
.page[dir="rtl"] [data-finding] { box-shadow: .85rem 0 0 -.55rem var(--mark); }
.page [data-finding="error"] { --mark: light-dark(#b3261e, #ff8d85); }
.page [data-finding="warning"] { --mark: var(--warning); }
.page [data-finding="info"] { --mark: var(--accent); }
.page [data-chosen] { outline-color: var(--accent); }
@media (max-width: 40rem) { .page { padding: 1.25rem 1.1rem 2rem; } }
`

interface RenderedPageProps {
  readonly html: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly findings: readonly FindingView[]
  readonly chosen: FindingView | undefined
  /** A finding's block was clicked. */
  readonly choose: (finding: FindingView) => void
  /** The places of the findings' blocks, from the top of the page, when they have changed. */
  readonly measured: (tops: ReadonlyMap<string, number>) => void
}

/** A page as readers see it, in a root of its own: neither its style nor the preview's reaches the other. */
export function RenderedPage(props: RenderedPageProps): VNode {
  const { html, language, direction, findings, chosen, choose, measured } = props
  const host = useRef<HTMLDivElement>(null)
  const latest = useRef({ findings, choose, measured })
  latest.current = { findings, choose, measured }

  useLayoutEffect(() => {
    const element = host.current
    if (!element) return
    const page = pageIn(element)
    page.lang = language
    page.dir = direction
    morph(page, html)
    mark(page, findings)
    const measure = (): void => {
      latest.current.measured(topsOf(page, latest.current.findings))
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(page)
    return () => {
      watch.disconnect()
    }
  }, [html, language, direction, findings])

  useLayoutEffect(() => {
    const page = host.current?.shadowRoot?.querySelector('.page')
    if (!page) return
    for (const each of page.querySelectorAll('[data-chosen]')) each.removeAttribute('data-chosen')
    if (chosen) blockAt(page, chosen.start)?.setAttribute('data-chosen', '')
  }, [chosen, html])

  const click = (event: Event): void => {
    const page = host.current?.shadowRoot?.querySelector('.page')
    const [target] = event.composedPath()
    if (!page || !(target instanceof Element)) return
    const link = target.closest('a[href^="#"]')
    const fragment = link?.getAttribute('href') ?? ''
    if (link && !fragment.startsWith('#/')) {
      event.preventDefault()
      page.querySelector(`#${CSS.escape(decodeURIComponent(fragment.slice(1)))}`)?.scrollIntoView()
      return
    }
    const block = target.closest('[data-finding]')
    const found = block && latest.current.findings.find(({ start }) => blockAt(page, start) === block)
    if (!link && found) latest.current.choose(found)
  }
  return <div class="rendered" ref={host} onClick={click} />
}

function pageIn(host: HTMLElement): HTMLElement {
  if (host.shadowRoot) return host.shadowRoot.querySelector<HTMLElement>('.page') ?? host
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(pageTheme)
  root.adoptedStyleSheets = [sheet]
  const page = document.createElement('div')
  page.className = 'page'
  root.append(page)
  return page
}

/** The smallest block that an offset of the text lies in, or the last one before it. */
export function blockAt(page: Element, offset: number): Element | undefined {
  let best: Element | undefined
  let size = Infinity
  let before: Element | undefined
  for (const element of page.querySelectorAll<HTMLElement>('[data-start]')) {
    const [start, end] = [Number(element.dataset.start), Number(element.dataset.end)]
    if (start <= offset) before = element
    if (start <= offset && offset <= end && end - start <= size) {
      best = element
      size = end - start
    }
  }
  return best ?? before ?? page.firstElementChild ?? undefined
}

function mark(page: Element, findings: readonly FindingView[]): void {
  for (const each of page.querySelectorAll('[data-finding]')) each.removeAttribute('data-finding')
  // Of several in one block, the worst is put last and stays.
  for (const { start, severity } of [...findings].sort((a, b) => rankOf(b) - rankOf(a)))
    blockAt(page, start)?.setAttribute('data-finding', severity)
}

function topsOf(page: Element, findings: readonly FindingView[]): Map<string, number> {
  const zero = page.getBoundingClientRect().top
  return new Map(
    findings.map(({ key, start }) => [
      key,
      (blockAt(page, start)?.getBoundingClientRect().top ?? zero) - zero,
    ]),
  )
}
