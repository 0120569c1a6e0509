import { storeOf, type Store } from './store.ts'

/** The views of one document. */
export const documentViews = ['page', 'source', 'beside', 'translate'] as const

export type DocumentView = (typeof documentViews)[number]

/** Where a person is with a document. */
export interface DocumentRoute {
  readonly view: DocumentView
  readonly path: string
  /** The offset of the text that is to be seen. */
  readonly at?: number
  /** The locale that it stands beside. */
  readonly beside?: string
}

/** Where a person is. */
export type Route = { readonly view: 'corpus' | 'settings' } | DocumentRoute

/** The place that an address names behind its `#`. */
function routeOf(hash: string): Route {
  const [place = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const [view = '', path = ''] = place.split('/')
  const given = new URLSearchParams(query)
  const known = documentViews.find((each) => each === view)
  if (!known || path === '') return { view: view === 'settings' ? 'settings' : 'corpus' }
  const at = given.get('at')
  const beside = given.get('with')
  return {
    view: known,
    path: decoded(path),
    ...(at !== null && /^\d+$/.test(at) && { at: Number(at) }),
    ...(beside !== null && { beside }),
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The address of a place. */
export function hashOf(route: Route): string {
  if (!('path' in route)) return route.view === 'corpus' ? '#/' : '#/settings'
  const query = new URLSearchParams()
  if (route.at !== undefined) query.set('at', String(route.at))
  if (route.beside !== undefined) query.set('with', route.beside)
  const words = query.toString()
  return `#/${route.view}/${encodeURIComponent(route.path)}${words === '' ? '' : `?${words}`}`
}

/** Where the person is now. */
export const here: Store<Route> = storeOf(routeOf(location.hash))

addEventListener('hashchange', () => {
  here.set(routeOf(location.hash))
})
