import type { Corpus } from '../../corpus/corpus.ts'
import type { Locale } from '../../corpus/locale.ts'
import { filesBelow, textBelow } from '../../io/ledger-files.ts'
import { ledgerPath, parseLedger, type Ledger } from '../../l10n/ledger.ts'
import type { Part } from '../../l10n/part.ts'

/** A ledger whose guide is not there: it may have another name now. */
export interface OrphanLedger {
  readonly path: string
  readonly ledger: Ledger
}

/** The ledgers below a root that belong to no document. */
export function orphanLedgers(root: string, { guides }: Corpus): readonly OrphanLedger[] {
  const known = new Set(
    [...guides.values()].flatMap(({ id, documents }) =>
      [...documents.keys()].map((locale) => ledgerPath(locale, id)),
    ),
  )
  return filesBelow(root, '.hexapla/ledger')
    .filter((path) => path.endsWith('.jsonl') && !known.has(path))
    .map((path) => ({ path, ledger: parseLedger(textBelow(root, path) ?? '') }))
}

/** Of these the one of a document that had another name: most of what it recorded stands there. */
export function adoptedBy(
  parts: readonly Part[],
  locale: Locale,
  orphans: readonly OrphanLedger[],
): OrphanLedger | undefined {
  const folder = ledgerPath(locale, '').replace('.jsonl', '')
  const hashes = new Set(parts.map(({ hash }) => hash))
  return orphans.find(({ path, ledger: { lines } }) => {
    if (!path.startsWith(folder)) return false
    const shared = lines.filter((line) => hashes.has(line.target)).length
    return lines.length > 0 && shared * 10 >= lines.length * 6
  })
}
