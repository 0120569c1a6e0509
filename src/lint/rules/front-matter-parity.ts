import * as z from 'zod'
import type { Config } from '../../corpus/config.ts'
import type { Document } from '../../corpus/document.ts'
import type { Field } from '../../markdown/front-matter.ts'
import type { Finding, Fix } from '../finding.ts'
import { siblingRule, type Rule } from '../rule.ts'

interface Options {
  readonly keys: readonly string[]
}

/** Values that mean the same in quotation marks, without them, and in another document. */
const plain = /^[\w./+-]+$/

/** The keys that are no words: those of the rule's options, and those that may be numbers or booleans alone. */
function keysFor({ type }: Document, { frontMatter }: Config, { keys }: Options): ReadonlySet<string> {
  const known = Object.entries(frontMatter[type]?.keys ?? {})
  const same = known.filter(([, { type: types }]) =>
    types.every((each) => each === 'number' || each === 'boolean'),
  )
  return new Set([...keys, ...same.map(([key]) => key)])
}

function findingFor(
  source: Document,
  expected: Field,
  actual: Field | undefined,
  at: Finding['range'],
): Finding {
  const locale = source.locale ?? ''
  const related = [{ path: source.path, range: expected.valueRange, reason: 'The source says this' }]
  if (!actual) {
    const reason = `Unexpected absence of \`${expected.key}\`, expected \`${expected.value}\` as in \`${locale}\``
    return { range: at, reason, expected: expected.value, related }
  }
  const fix: Fix | undefined =
    plain.test(expected.value) && plain.test(actual.value)
      ? {
          title: `Write \`${expected.value}\``,
          applicability: 'safe',
          edits: [{ range: actual.valueRange, text: expected.value }],
          changes: ['frontMatter', 'segments'],
        }
      : undefined
  return {
    range: actual.valueRange,
    reason: `Unexpected \`${actual.key}: ${actual.value}\`, expected \`${expected.value}\` as in \`${locale}\``,
    actual: actual.value,
    expected: expected.value,
    related,
    ...(fix && { fix }),
  }
}

const french = '---\ntitle: Messagerie\nlegacy_guide_number: 1346\norder: 3\n---\n\nTexte.\n'

export const rule: Rule = siblingRule<Options>({
  id: 'front-matter-parity',
  summary: 'a front matter key that should be the source’s and is not',
  why: 'Numbers, switches and addresses in the front matter say where a page stands and whether it is shown: no language has reason to differ.',
  severity: 'warning',
  options: z.object({
    keys: z.array(z.string().min(1)).meta({
      description:
        'Keys whose value is the same in every locale, besides those that are numbers or booleans.',
      example: ['legacy_guide_number', 'section_id'],
    }),
  }),
  defaults: { keys: ['legacy_guide_number', 'routes.canonical'] },
  inputs: ['source', 'frontMatter'],
  examples: [
    {
      name: 'A number that another tool spelt otherwise',
      config: 'source: fr-fr',
      files: {
        'mail/guide.fr-fr.md': french,
        'mail/guide.pl-pl.md': '---\ntitle: Poczta\nlegacy_guide_number: ⟦g1346⟧\norder: 3\n---\n\nTekst.\n',
      },
      reasons: ['Unexpected `legacy_guide_number: g1346`, expected `1346` as in `fr-fr`'],
      fixed: '---\ntitle: Poczta\nlegacy_guide_number: 1346\norder: 3\n---\n\nTekst.\n',
    },
    {
      name: 'A key that is missing',
      config: 'source: fr-fr',
      files: {
        'mail/guide.fr-fr.md': french,
        'mail/guide.pl-pl.md': '⟦---⟧\ntitle: Poczta\nlegacy_guide_number: 1346\n---\n\nTekst.\n',
      },
      reasons: ['Unexpected absence of `order`, expected `3` as in `fr-fr`'],
    },
    {
      name: 'Words are each language’s own',
      config: 'source: fr-fr',
      files: {
        'mail/guide.fr-fr.md': '---\ntitle: Messagerie\nslug: messagerie\n---\n\nTexte.\n',
        'mail/guide.pl-pl.md': '---\ntitle: Poczta\nslug: poczta\n---\n\nTekst.\n',
      },
    },
  ],
  *check(document, { guide, config, options }) {
    const { source } = guide
    const own = source?.facts.frontMatter
    const theirs = document.facts.frontMatter
    if (!source || source === document || !own || !theirs || own.problem || theirs.problem) return
    const start = theirs.range.start
    for (const key of keysFor(document, config, options)) {
      const expected = own.fields.find((field) => field.key === key)
      if (!expected || expected.value === '') continue
      const actual = theirs.fields.find((field) => field.key === key)
      if (actual?.value !== expected.value)
        yield findingFor(source, expected, actual, { start, end: start + 3 })
    }
  },
})
