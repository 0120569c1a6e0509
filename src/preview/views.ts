import { pageViewOf, sourceViewOf, type DocumentInput } from './document-view.ts'
import type { LiveCorpus } from './live.ts'
import { overviewOf } from './overview.ts'
import type { PreviewPlaces } from './page-html.ts'
import { siblingsOf, type Scene } from './scene.ts'

/** What a view may be asked for by name. */
export type Query = (name: string) => string | undefined

/** What views are made by, besides the live corpus. */
export interface ViewTools {
  readonly live: LiveCorpus
  /** The address in an editor of a place in a document: `vscode://file/…`. */
  readonly editorAt: ((path: string) => string) | undefined
  readonly pictureAt: (path: string) => string | undefined
}

/** A view as data; undefined where there is no such document. */
type View = (tools: ViewTools, query: Query) => unknown

/** Every view by its name. */
export const views: Readonly<Record<string, View>> = {
  overview: ({ live }) => overviewOf(live.scene),
  page: (tools, query) => ofDocument(tools, query, pageViewOf),
  source: (tools, query) => ofDocument(tools, query, sourceViewOf),
}

async function ofDocument<Made>(
  tools: ViewTools,
  query: Query,
  make: (input: DocumentInput) => Made,
): Promise<Made | undefined> {
  const input = await inputFor(tools, query('path') ?? '')
  return input && make(input)
}

/** A document and its guide, opened; read again once where the disk is ahead of what was found. */
async function inputFor(tools: ViewTools, path: string): Promise<DocumentInput | undefined> {
  const first = await opened(tools, path)
  if (!first || first.document.hash === first.known.hash) return first
  await tools.live.refresh([path])
  return opened(tools, path)
}

async function opened(
  { live, editorAt, pictureAt }: ViewTools,
  path: string,
): Promise<DocumentInput | undefined> {
  const { scene } = live
  const known = scene.shown.get(path)
  if (!known) return undefined
  const siblings = siblingsOf(scene, known.guide)
  const [document] = await live.openDocuments([known])
  if (!document) return undefined
  return {
    version: scene.version,
    document,
    known,
    siblings: siblings.length > 0 ? siblings : [known],
    corpus: scene.corpus.with([document]),
    parse: live.parse,
    places: placesIn(scene, pictureAt),
    ...(editorAt && { editor: editorAt(path) }),
  }
}

function placesIn({ shown }: Scene, picture: PreviewPlaces['picture']): PreviewPlaces {
  return { document: (path) => (shown.has(path) ? `#/page/${encodeURIComponent(path)}` : undefined), picture }
}
