import type { LedgerLine } from '../l10n/ledger.ts'

/** What is recorded of a guide's translation into a locale. */
export interface Recorded {
  readonly guide: string
  readonly locale: string
  readonly lines: readonly LedgerLine[]
}
