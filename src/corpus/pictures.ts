import type { Corpus } from './corpus.ts'
import type { Document } from './document.ts'
import type { DocumentIndex } from './document-index.ts'
import { oncePerPaths } from './once.ts'

/** The pictures below a root, by the guides whose they are, and which of them anybody sees. */
export interface Pictures {
  /** The paths of the pictures that lie with a guide, sorted. */
  readonly of: (guide: string) => readonly string[]
  /** Whether some document shows a file, links to it, or names it in HTML, JSX, a shortcode or its front matter. */
  readonly isUsed: (path: string) => boolean
}

const pictureName = /\.(?:png|jpe?g|gif|svg|webp|avif|apng|bmp|tiff?)$/i
const ownPage = /^(?:index|_index|README)$/

/** Documents by the pictures that they show or link to. */
export const byPicture: DocumentIndex = {
  name: 'picture',
  *keysOf(document, paths) {
    const { images, links, definitions } = document.facts
    for (const { url } of [...images, ...links, ...definitions]) {
      const target = paths.resolve(url, document)
      if (target.kind === 'file') yield target.path
      // A name in the wrong case is another rule's matter.
      if (target.kind === 'missing') yield paths.sameButForCase(target.path) ?? target.path
    }
  },
}

/** Documents by the names of files that stand in their HTML, JSX, shortcodes and front matter. */
export const byMention: DocumentIndex = {
  name: 'mention',
  keysOf: ({ facts }) => facts.mentions.map(({ name }) => name),
}

/** The pictures that lie with the guides of a corpus, and whether anybody sees them. */
export function picturesOf(corpus: Corpus): Pictures {
  const byGuide = guidesOfPictures(corpus)
  return {
    of: (guide) => byGuide.get(guide) ?? [],
    isUsed: (path) =>
      corpus.documentsUnder(byPicture, path).length > 0 ||
      corpus.documentsUnder(byMention, baseOf(path)).length > 0,
  }
}

const guidesOfPictures = oncePerPaths(picturesByGuide)

/** A picture is a guide's where the nearest folder with documents is that guide's own. */
function picturesByGuide({ config, documents, files }: Corpus): ReadonlyMap<string, string[]> {
  const owners = new Map<string, string | undefined>()
  for (const document of documents.values()) {
    const folder = folderOf(document.path)
    const guide = isOwnFolder(document, folder) ? document.guide : undefined
    owners.set(folder, owners.has(folder) && owners.get(folder) !== guide ? undefined : guide)
  }
  const shared = config.public.filter((folder) => folder !== '')
  const byGuide = new Map<string, string[]>()
  for (const path of files) {
    if (!pictureName.test(path) || shared.some((folder) => path.startsWith(`${folder}/`))) continue
    let folder = folderOf(path)
    while (folder !== '' && !owners.has(folder)) folder = folderOf(folder)
    const guide = owners.get(folder)
    if (guide === undefined) continue
    const own = byGuide.get(guide)
    if (own) own.push(path)
    else byGuide.set(guide, [path])
  }
  for (const own of byGuide.values()) own.sort()
  return byGuide
}

/** A folder is one guide's own where it bears its name, or where the guide is its index page. */
function isOwnFolder({ guide }: Document, folder: string): boolean {
  if (guide === '.') return true
  const parts = guide.split('/')
  return ownPage.test(parts.at(-1) ?? '') ? parts.length > 1 : `/${folder}`.endsWith(`/${guide}`)
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
