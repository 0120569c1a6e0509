import { join } from 'node:path'
import type { Config } from '../corpus/config.ts'
import { isDocumentPath } from '../corpus/locate.ts'
import { listAll, type FileEntry } from '../io/files.ts'
import { filesBelow, foldersBelow } from '../io/ledger-files.ts'
import { isSettled, stampOf, type Stamp } from '../io/stamp.ts'
import { isLedgerPath, ledgerFolder } from '../l10n/ledger.ts'
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
  /** The ledgers by their paths; undefined for one that may change and keep its stamp. */
  readonly ledgers: ReadonlyMap<string, Stamp | undefined>
  /** The folders that documents, what they name and ledgers may come to, each with `/` at its end; `''` is the root. */
  readonly folders: readonly string[]
  /** A hash of all paths, and of where links lead. */
  readonly shape: string
}

/** Looks at what lies below a root. */
export function survey(root: string, config: Config): Survey {
  const { entries, folders } = listAll(root, config.exclude)
  const takenAt = Date.now()
  const documents = entries
    .filter(({ path }) => isDocumentPath(path))
    .map((entry) => surveyed(root, entry, takenAt))
  const ledgers = ledgersBelow(root, takenAt)
  const paths = entries.map(({ path, outside }) => (outside === undefined ? path : `${path}\0${outside}`))
  return {
    files: entries.map(({ path }) => path),
    documents,
    ledgers,
    folders: [...folders, ...ledgerFolders(root)],
    shape: hashOf(paths.join('\n')),
  }
}

/**
 * A survey after something happened at these paths: nothing else is looked at but what was not settled. Undefined where
 * files have come or gone, or may have: then all has to be surveyed.
 */
export function surveyAgain(root: string, before: Survey, paths: ReadonlySet<string>): Survey | undefined {
  const files = new Set(before.files)
  const isThere = (path: string): boolean => stampOf(join(root, path)) !== undefined
  for (const path of paths) {
    if (isLedgerFolder(path)) return undefined
    // Where what is hidden says which files are left out, that is for whoever reads the config.
    const isKept = isHidden(path) || path.startsWith(`${ownFolder}/`)
    if (!isKept && files.has(path) !== isThere(path)) return undefined
  }
  const takenAt = Date.now()
  const documents = before.documents.map((each) =>
    paths.has(each.path) || !each.isSettled ? surveyed(root, each, takenAt) : each,
  )
  return { ...before, documents }
}

function ledgersBelow(root: string, takenAt: number): Map<string, Stamp | undefined> {
  return new Map(
    filesBelow(root, ledgerFolder).map((path) => {
      const stamp = stampOf(join(root, path))
      return [path, stamp && isSettled(stamp, takenAt) ? stamp : undefined]
    }),
  )
}

const ownFolder = '.hexapla'

/** Folders that may not be there yet: the one that they will be made in tells when they come. */
function ledgerFolders(root: string): string[] {
  return [ownFolder, ledgerFolder, ...foldersBelow(root, ledgerFolder)].map((folder) => `${folder}/`)
}

/** True of what may hold ledgers that nobody has told of: a folder that has come, or gone. */
function isLedgerFolder(path: string): boolean {
  const isBelow = path.startsWith(`${ledgerFolder}/`)
  return path === ownFolder || path === ledgerFolder || (isBelow && !isLedgerPath(path) && !isHidden(path))
}

function isHidden(path: string): boolean {
  return path.startsWith('.', path.lastIndexOf('/') + 1)
}

function surveyed(root: string, { path, outside }: FileEntry, takenAt: number): SurveyedDocument {
  if (outside !== undefined) return { path, outside, stamp: undefined, isSettled: true }
  const stamp = stampOf(join(root, path))
  return { path, stamp, isSettled: stamp !== undefined && isSettled(stamp, takenAt) }
}
