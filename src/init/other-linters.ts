/** A rule of markdownlint, by its number and its names, and the rule of this program that finds the same. */
interface Counterpart {
  readonly names: readonly string[]
  readonly rule: string
}

/** The rules of markdownlint that this program has, too. */
export const markdownlintRules: readonly Counterpart[] = [
  { names: ['md001', 'heading-increment', 'header-increment'], rule: 'heading-increment' },
  { names: ['md025', 'single-title', 'single-h1'], rule: 'heading-increment' },
  { names: ['md009', 'no-trailing-spaces'], rule: 'trailing-space' },
  { names: ['md022', 'blanks-around-headings', 'blanks-around-headers'], rule: 'block-spacing' },
  { names: ['md031', 'blanks-around-fences'], rule: 'block-spacing' },
  { names: ['md032', 'blanks-around-lists'], rule: 'block-spacing' },
  { names: ['md058', 'blanks-around-tables'], rule: 'block-spacing' },
  { names: ['md024', 'no-duplicate-heading', 'no-duplicate-header'], rule: 'heading-duplicate' },
  { names: ['md039', 'no-space-in-links'], rule: 'link-text' },
  { names: ['md059', 'descriptive-link-text'], rule: 'link-text' },
  { names: ['md045', 'no-alt-text'], rule: 'image-alt' },
  { names: ['md051', 'link-fragments'], rule: 'link-fragment' },
  { names: ['md052', 'reference-links-images'], rule: 'reference-defined' },
  { names: ['md053', 'link-image-reference-definitions'], rule: 'reference-defined' },
  { names: ['md056', 'table-column-count'], rule: 'table-shape' },
]

/** The rules of remark-lint that this program has, too. */
export const remarkRules: Readonly<Record<string, string>> = {
  'remark-lint-heading-increment': 'heading-increment',
  'remark-lint-no-multiple-toplevel-headings': 'heading-increment',
  'remark-lint-no-missing-blank-lines': 'block-spacing',
  'remark-lint-no-duplicate-headings': 'heading-duplicate',
  'remark-lint-no-undefined-references': 'reference-defined',
  'remark-lint-no-unused-definitions': 'reference-defined',
  'remark-lint-hard-break-spaces': 'trailing-space',
  'remark-validate-links': 'link-target',
}
