import { isSameStamp } from '../io/stamp.ts'
import { ledgerPath } from '../l10n/ledger.ts'
import type { Known, KnownDocument } from './known.ts'
import type { Survey, SurveyedDocument } from './survey.ts'

/** True where neither the disk nor what is known gives reason to read a document. */
export function isAsBefore(
  surveyed: SurveyedDocument | undefined,
  before: Known | undefined,
  survey: Survey,
): boolean {
  const known = surveyed && before?.documents.get(surveyed.path)
  if (!known || !isLedgerAsBefore(known, survey)) return false
  if (surveyed.outside !== undefined) return before?.shape === survey.shape
  return known.stamp !== undefined && surveyed.stamp !== undefined && isSameStamp(known.stamp, surveyed.stamp)
}

function isLedgerAsBefore({ guide, locale, ledger }: KnownDocument, { ledgers }: Survey): boolean {
  const path = locale === undefined ? '' : ledgerPath(locale, guide)
  if (!ledgers.has(path)) return ledger === undefined
  const stamp = ledgers.get(path)
  return stamp !== undefined && ledger?.stamp !== undefined && isSameStamp(ledger.stamp, stamp)
}
