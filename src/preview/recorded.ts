import type { Ledger } from '../l10n/ledger.ts'

/** What is recorded, as far as it can be read. */
export type Recording = Pick<Ledger, 'synced' | 'lines'>

/** What is recorded of a guide's translation into a locale. */
export interface Recorded {
  readonly guide: string
  readonly locale: string
  readonly recording: Recording
}
