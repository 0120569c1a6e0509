import { hashOf } from '../text/edit.ts'
import { LineCache } from './line-cache.ts'

/** Of pairs as they were before, so many bytes of beads stay: a change may be taken back. */
const mostUnused = 128 * 1024

/** The beads of a guide's documents, kept in a cache. Each guide has a file of its own, so that a run reads few of them. */
export function beadCacheOf(folder: string, guide: string): LineCache {
  return new LineCache(folder, `beads/${hashOf(guide).slice(0, 16)}`, mostUnused)
}

/** The beads of passages that documents were synced by, kept in a cache. */
export function passageBeadCache(folder: string): LineCache {
  return new LineCache(folder, 'beads/passages')
}
