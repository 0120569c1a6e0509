import { basename } from 'node:path'
import { interfaceFiles } from '../io/interface-files.ts'
import { pictureReader } from '../io/picture.ts'
import { picturePath, viewPath } from './copy-paths.ts'
import { FormerSources } from './former-sources.ts'
import type { LiveCorpus } from './live.ts'
import { Memories } from './memories.ts'
import { shellHtml } from './shell.ts'
import { views, type ViewTools } from './views.ts'

/** A file of a copy: its path below the copy's folder, and what it holds. */
export interface CopyFile {
  readonly path: string
  readonly data: string | Uint8Array
}

/** The views of one document; side by side each stands with its source. */
const documentViews = ['page', 'source', 'beside', 'translate'] as const

/** How many files a copy has besides those of its documents and their pictures. */
const frameFiles = 5

/** How many files a copy has, pictures aside. */
export function copySize({ scene }: LiveCorpus): number {
  return frameFiles + scene.shown.size * documentViews.length
}

/** The preview as it is now, as files that any host of pages serves from any folder, to be looked at and no more. */
export async function* copyOf(live: LiveCorpus): AsyncGenerator<CopyFile> {
  const { script, style } = interfaceFiles()
  yield { path: 'index.html', data: shellHtml({ name: basename(live.root), token: '', isCopy: true }) }
  yield { path: 'ui.js', data: script }
  yield { path: 'ui.css', data: style }
  const pictures = new Set<string>()
  const tools: ViewTools = {
    live,
    memories: new Memories(live),
    formers: new FormerSources(live),
    editorAt: undefined,
    pictureAt: (path) => {
      pictures.add(path)
      return picturePath(path)
    },
  }
  const made = async (name: string, path?: string): Promise<CopyFile> => ({
    path: viewPath(name, path),
    data: JSON.stringify(await views[name]?.(tools, (key) => (key === 'path' ? path : undefined))),
  })
  yield await made('overview')
  yield await made('settings')
  for (const path of live.scene.shown.keys()) for (const name of documentViews) yield await made(name, path)
  const read = pictureReader(live.root)
  for (const path of pictures) {
    const found = live.scene.corpus.files.has(path) ? read(path) : undefined
    if (found && !('reason' in found)) yield { path: picturePath(path), data: found.bytes }
  }
}
