import { join } from 'node:path'
import type { Config } from '../corpus/config.ts'
import { isDocumentPath } from '../corpus/locate.ts'
import { listFiles, type FileEntry } from '../io/files.ts'
import { isSettled, stampOf, type Stamp } from '../io/stamp.ts'
import { hashOf } from '../text/edit.ts'

/** A document as the disk tells of it without being read. */
export interface SurveyedDocument extends FileEntry {
  /** Undefined for a link to a place outside, and for what is gone meanwhile. */
  readonly stamp: Stamp | undefined
  /** False where the file may change and keep its stamp. */
  readonly isSettled: boolean
}

/** What lies below a root, nothing of it read. */
export interface Survey {
  /** Sorted. */
  readonly files: readonly string[]
  readonly documents: readonly SurveyedDocument[]
  /** A hash of all paths, and of where links lead. */
  readonly shape: string
}

/** Looks at what lies below a root. */
export function survey(root: string, config: Config): Survey {
  const entries = listFiles(root, config.exclude)
  const takenAt = Date.now()
  const documents = entries
    .filter(({ path }) => isDocumentPath(path))
    .map((entry): SurveyedDocument => {
      if (entry.outside !== undefined) return { ...entry, stamp: undefined, isSettled: true }
      const stamp = stampOf(join(root, entry.path))
      return { ...entry, stamp, isSettled: stamp !== undefined && isSettled(stamp, takenAt) }
    })
  const paths = entries.map(({ path, outside }) => (outside === undefined ? path : `${path}\0${outside}`))
  return { files: entries.map(({ path }) => path), documents, shape: hashOf(paths.join('\n')) }
}
