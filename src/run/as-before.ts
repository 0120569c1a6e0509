import { isSameStamp } from '../io/stamp.ts'
import type { Known } from './known.ts'
import type { Survey, SurveyedDocument } from './survey.ts'

/** True where neither the disk nor what is known gives reason to read a document. */
export function isAsBefore(
  surveyed: SurveyedDocument | undefined,
  before: Known | undefined,
  { shape }: Survey,
): boolean {
  const known = surveyed && before?.documents.get(surveyed.path)
  if (!known) return false
  if (surveyed.outside !== undefined) return before?.shape === shape
  return known.stamp !== undefined && surveyed.stamp !== undefined && isSameStamp(known.stamp, surveyed.stamp)
}
