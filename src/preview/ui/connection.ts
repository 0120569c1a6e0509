import type { Written } from '../desk.ts'
import { viewPath } from '../copy-paths.ts'
import { storeOf, type Store } from './store.ts'

const meta = document.querySelector<HTMLMetaElement>('meta[name="hexapla"]')

/** The name of the folder that is looked at. */
export const folderName: string = meta?.dataset.name ?? ''

/** True of a page that nobody serves: its views are files, and nothing can be written. */
export const isCopy: boolean = meta?.dataset.copy !== undefined

/** How the page hears from the server. */
type LinkState = 'live' | 'lost' | 'copy'

export const link: Store<LinkState> = storeOf<LinkState>(isCopy ? 'copy' : 'live')

/** The last change that was heard of. */
export const lastChange: Store<{ version: number; paths?: readonly string[] }> = storeOf({ version: 0 })

/** Asks for a view. @throws Error with words for the person */
export async function loadView(name: string, query: Readonly<Record<string, string>>): Promise<unknown> {
  if (isCopy) return loadCopy(viewPath(name, query.path))
  const response = await fetch(`/api/${name}?${new URLSearchParams(query).toString()}`)
  const data = (await response.json()) as { reason?: string }
  if (!response.ok) throw new Error(data.reason ?? response.statusText)
  return data
}

async function loadCopy(path: string): Promise<unknown> {
  // A copy that was put up anew is not to be mixed with what the browser kept of the old one.
  const response = await fetch(path, { cache: 'no-cache' })
  if (response.ok) return response.json()
  throw new Error('There is no such page in this copy of the preview.')
}

/** Asks for something to be written. */
export async function ask(name: string, given: object): Promise<Written> {
  try {
    const response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Hexapla-Token': meta?.dataset.token ?? '' },
      body: JSON.stringify(given),
    })
    const text = await response.text()
    return response.headers.get('Content-Type')?.startsWith('application/json')
      ? (JSON.parse(text) as Written)
      : { kind: 'refused', reason: text }
  } catch {
    return { kind: 'refused', reason: 'The preview does not answer: is it still running?' }
  }
}

let run: string | undefined

/** Listens to the server; a new run of it means that this page is of another one, and is loaded again. */
export function connect(): void {
  if (isCopy) return
  const events = new EventSource('/api/events')
  events.addEventListener('hello', ({ data }: MessageEvent<string>) => {
    const hello = JSON.parse(data) as { run: string; version: number }
    if (run !== undefined && run !== hello.run) location.reload()
    run = hello.run
    link.set('live')
    if (hello.version !== lastChange.get().version) lastChange.set({ version: hello.version })
  })
  events.addEventListener('change', ({ data }: MessageEvent<string>) => {
    lastChange.set(JSON.parse(data) as { version: number; paths?: readonly string[] })
  })
  events.addEventListener('error', () => {
    link.set('lost')
    // Where the browser gives up for good, it is begun again.
    if (events.readyState === EventSource.CLOSED) setTimeout(connect, 2000)
  })
}
