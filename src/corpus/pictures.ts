import type { Corpus } from './corpus.ts'
import type { Document } from './document.ts'
import { oncePerCorpus } from './once.ts'

/** The pictures below a root, by the guides whose they are, and which of them anybody sees. */
export interface Pictures {
  /** The paths of the pictures that lie with a guide, sorted. */
  readonly of: (guide: string) => readonly string[]
  /** Whether some document shows a file, links to it, or names it in HTML, JSX, a shortcode or its front matter. */
  readonly isUsed: (path: string) => boolean
}

const pictureName = /\.(?:png|jpe?g|gif|svg|webp|avif|apng|bmp|tiff?)$/i
const ownPage = /^(?:index|_index|README)$/

/** The pictures of a corpus, and those who show them. */
export const picturesOf: (corpus: Corpus) => Pictures = oncePerCorpus((corpus) => {
  const byGuide = picturesByGuide(corpus)
  let used: ReadonlySet<string> | undefined
  let named: ReadonlySet<string> | undefined
  return {
    of: (guide) => byGuide.get(guide) ?? [],
    isUsed: (path) => {
      used ??= usedIn(corpus)
      named ??= new Set(
        [...corpus.documents.values()].flatMap(({ facts }) => facts.mentions.map(({ name }) => name)),
      )
      return used.has(path) || named.has(baseOf(path))
    },
  }
})

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

function usedIn(corpus: Corpus): ReadonlySet<string> {
  const used = new Set<string>()
  for (const document of corpus.documents.values()) {
    const { images, links, definitions } = document.facts
    for (const { url } of [...images, ...links, ...definitions]) {
      const target = corpus.resolve(url, document)
      if (target.kind === 'file') used.add(target.path)
      // A name in the wrong case is another rule's matter.
      if (target.kind === 'missing') used.add(corpus.sameButForCase(target.path) ?? target.path)
    }
  }
  return used
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
