import { besideViewOf, type BesideView } from './beside-view.ts'
import { pageViewOf, sourceViewOf, writtenHeadOf, type DocumentInput } from './document-view.ts'
import type { FormerSources } from './former-sources.ts'
import type { LiveCorpus } from './live.ts'
import { matchesViewOf, type MatchesView } from './match-view.ts'
import type { Memories } from './memories.ts'
import { overviewOf } from './overview.ts'
import type { PreviewPlaces } from './page-html.ts'
import { pairFor } from './pair-for.ts'
import { serviceOfGuide } from '../settings/service.ts'
import { siblingsOf, type Scene } from './scene.ts'
import { settingsViewOf, type SettingsView } from './settings-view.ts'
import { openUnits, translateViewOf, untranslatable, type TranslateView } from './translate-view.ts'

/** What a view may be asked for by name. */
export type Query = (name: string) => string | undefined

/** What views are made by, besides the live corpus. */
export interface ViewTools {
  readonly live: LiveCorpus
  readonly memories: Memories
  readonly formers: FormerSources
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
  beside,
  matches,
  settings,
  translate,
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

/** A document beside another one of its guide: beside its source, unless another locale is asked for. */
async function beside(tools: ViewTools, query: Query): Promise<BesideView | undefined> {
  const input = await inputFor(tools, query('path') ?? '')
  if (!input) return undefined
  const { document, siblings } = input
  const { config } = tools.live.scene
  const others = siblings.filter(({ path }) => path !== document.path)
  const wanted = query('with') ?? (document.locale === config.source ? undefined : config.source)
  const other = others.find(({ locale }) => locale === wanted) ?? others[0]
  const [opened] = other ? await tools.live.openDocuments([other]) : []
  if (!other || !opened)
    return besideViewOf({ head: writtenHeadOf(input), config, source: document, target: document, lines: [] })
  const isFirst = document.locale === config.source && query('with') === undefined
  const [source, target] = isFirst ? [document, opened] : [opened, document]
  const lines =
    source.locale === config.source && target.locale !== undefined
      ? tools.live.ledgerOf(target.guide, target.locale).lines
      : []
  const formerOf = await tools.formers.of(source, isFirst ? input.known : other, lines)
  return besideViewOf({ head: writtenHeadOf(input), config, source, target, lines, formerOf })
}

/** A document beside its source, to be translated. */
async function translate(tools: ViewTools, query: Query): Promise<TranslateView | undefined> {
  const { live, formers } = tools
  const path = query('path') ?? ''
  const input = await inputFor(tools, path)
  if (!input) return undefined
  const { config, glossary } = live.scene
  const head = writtenHeadOf(input)
  const pair = await pairFor(live, path)
  if (!pair) return untranslatable(head, input.document, config)
  const { source, target } = pair
  const { lines } = live.ledgerOf(target.guide, target.locale ?? '')
  const formerOf = await formers.of(source, pair.known, lines)
  return translateViewOf({ head, config, source, target, glossary, lines, formerOf })
}

/** What was translated before and is like one segment of a document. */
async function matches({ live, memories }: ViewTools, query: Query): Promise<MatchesView | undefined> {
  const pair = await pairFor(live, query('path') ?? '')
  if (!pair) return undefined
  const { source, target } = pair
  const { lines } = live.ledgerOf(target.guide, target.locale ?? '')
  return matchesViewOf(query('unit') ?? '', openUnits(source, target, lines), pair, memories)
}

/** The settings, and what the guides of their services say of them. */
async function settings({ live }: ViewTools): Promise<SettingsView> {
  const { scene } = live
  const { canon } = scene
  const guides = new Map<string, boolean>()
  const isOfService = (guide: string): boolean => {
    const known =
      guides.get(guide) ?? (canon !== undefined && serviceOfGuide(canon, guide, undefined) !== undefined)
    guides.set(guide, known)
    return known
  }
  const documents = [...scene.shown.values()].filter(({ guide }) => isOfService(guide))
  return settingsViewOf(scene, await live.openDocuments(documents))
}
