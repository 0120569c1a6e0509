// Made by `npm run pages` from the files of this folder.
import type { Rule } from '../rule.ts'
import { rule as blockSpacing } from './block-spacing.ts'
import { rule as calloutType } from './callout-type.ts'
import { rule as codeParity } from './code-parity.ts'
import { rule as dateAgreement } from './date-agreement.ts'
import { rule as frontMatterParity } from './front-matter-parity.ts'
import { rule as frontMatterSchema } from './front-matter-schema.ts'
import { rule as frontMatterSyntax } from './front-matter-syntax.ts'
import { rule as headingDuplicate } from './heading-duplicate.ts'
import { rule as headingIncrement } from './heading-increment.ts'
import { rule as headingNumbering } from './heading-numbering.ts'
import { rule as imageAlt } from './image-alt.ts'
import { rule as imageParity } from './image-parity.ts'
import { rule as imageTarget } from './image-target.ts'
import { rule as imageUnused } from './image-unused.ts'
import { rule as invisibleCharacter } from './invisible-character.ts'
import { rule as labelLines } from './label-lines.ts'
import { rule as limits } from './limits.ts'
import { rule as linkCanonical } from './link-canonical.ts'
import { rule as linkFragment } from './link-fragment.ts'
import { rule as linkLocale } from './link-locale.ts'
import { rule as linkParity } from './link-parity.ts'
import { rule as linkTarget } from './link-target.ts'
import { rule as linkText } from './link-text.ts'
import { rule as markupResidue } from './markup-residue.ts'
import { rule as mdxSyntax } from './mdx-syntax.ts'
import { rule as numberParity } from './number-parity.ts'
import { rule as referenceDefined } from './reference-defined.ts'
import { rule as repeatedWords } from './repeated-words.ts'
import { rule as settingsAgreement } from './settings-agreement.ts'
import { rule as settingsMissing } from './settings-missing.ts'
import { rule as settingsRecord } from './settings-record.ts'
import { rule as settingsRegion } from './settings-region.ts'
import { rule as settingsRole } from './settings-role.ts'
import { rule as settingsSection } from './settings-section.ts'
import { rule as settingsSecurity } from './settings-security.ts'
import { rule as settingsValue } from './settings-value.ts'
import { rule as slugUnique } from './slug-unique.ts'
import { rule as structureParity } from './structure-parity.ts'
import { rule as tableDelimiter } from './table-delimiter.ts'
import { rule as tableShape } from './table-shape.ts'
import { rule as terms } from './terms.ts'
import { rule as trailingSpace } from './trailing-space.ts'
import { rule as translationConsistency } from './translation-consistency.ts'
import { rule as translationForm } from './translation-form.ts'
import { rule as translationMissing } from './translation-missing.ts'
import { rule as translationStale } from './translation-stale.ts'
import { rule as translationUntranslated } from './translation-untranslated.ts'
import { rule as typography } from './typography.ts'
import { rule as unusedSuppression } from './unused-suppression.ts'
import { rule as wordBoundary } from './word-boundary.ts'

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  blockSpacing,
  calloutType,
  codeParity,
  dateAgreement,
  frontMatterParity,
  frontMatterSchema,
  frontMatterSyntax,
  headingDuplicate,
  headingIncrement,
  headingNumbering,
  imageAlt,
  imageParity,
  imageTarget,
  imageUnused,
  invisibleCharacter,
  labelLines,
  limits,
  linkCanonical,
  linkFragment,
  linkLocale,
  linkParity,
  linkTarget,
  linkText,
  markupResidue,
  mdxSyntax,
  numberParity,
  referenceDefined,
  repeatedWords,
  settingsAgreement,
  settingsMissing,
  settingsRecord,
  settingsRegion,
  settingsRole,
  settingsSection,
  settingsSecurity,
  settingsValue,
  slugUnique,
  structureParity,
  tableDelimiter,
  tableShape,
  terms,
  trailingSpace,
  translationConsistency,
  translationForm,
  translationMissing,
  translationStale,
  translationUntranslated,
  typography,
  unusedSuppression,
  wordBoundary,
]
