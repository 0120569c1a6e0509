import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { BesideView } from './beside.tsx'
import { folderName, link } from './connection.ts'
import { CorpusView } from './corpus.tsx'
import { NoticeBar } from './notice.tsx'
import { PageView } from './page.tsx'
import { here, type Route } from './route.ts'
import { SettingsPage } from './settings.tsx'
import { SourceView } from './source.tsx'
import { useStore } from './store.ts'
import { TranslateView } from './translate.tsx'
import { ThemeChoice } from './theme-choice.tsx'

const linkWords = {
  live: 'Live',
  lost: 'Reconnecting…',
  copy: 'Read only',
} as const

const documentPages = {
  page: PageView,
  source: SourceView,
  beside: BesideView,
  translate: TranslateView,
} as const

/** The whole page: a bar, and the view that the address names. */
export function App(): VNode {
  const route = useStore(here)
  const state = useStore(link)
  useEffect(() => {
    document.title = 'path' in route ? `${route.path} · Hexapla` : `${folderName} · Hexapla`
  }, [route])
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        To the content
      </a>
      <header class="bar">
        <a class="brand" href="#/">
          <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
            <path d="M1 2h4.4v14H1zM6.8 2h4.4v14H6.8zM12.6 2H17v14h-4.4z" fill="currentColor" opacity=".28" />
            <path d="M1 4h4.4v2.4H1zM6.8 7.8h4.4v2.4H6.8zM12.6 11.6H17V14h-4.4z" fill="currentColor" />
          </svg>
          Hexapla
        </a>
        <nav aria-label="Views">
          <a href="#/" aria-current={route.view === 'corpus' ? 'page' : undefined}>
            Guides
          </a>
          <a href="#/settings" aria-current={route.view === 'settings' ? 'page' : undefined}>
            Settings
          </a>
        </nav>
        <span class={`link-state ${state}`}>
          <span class="dot" aria-hidden="true" />
          <span role="status">{linkWords[state]}</span>
        </span>
        <ThemeChoice />
      </header>
      <View route={route} />
      <NoticeBar />
    </>
  )
}

function View({ route }: { readonly route: Route }): VNode {
  if (!('path' in route)) return route.view === 'settings' ? <SettingsPage /> : <CorpusView />
  const Shown = documentPages[route.view]
  // Side by side nothing is kept of one document, and the choice of another keeps the focus.
  return <Shown key={route.view === 'beside' ? 'beside' : route.path} route={route} />
}

/** The address names a view, so that a fragment cannot lead to the content. */
function skip(event: Event): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
