import type { Corpus } from '../../corpus/corpus.ts'
import type { Document } from '../../corpus/document.ts'
import type { DocumentIndex } from '../../corpus/document-index.ts'
import {
  fewest,
  merged,
  mergedIn,
  otherwise,
  said,
  usageOf,
  usualFor,
  type Said,
  type Saying,
} from '../../l10n/consistency.ts'
import type { Facts } from '../../markdown/facts.ts'
import type { Range } from '../../text/range.ts'
import { rememberingOf } from '../../text/remembering.ts'
import type { Finding } from '../finding.ts'
import { corpusRule, type Rule } from '../rule.ts'

/** So many of the documents that say some words tell how they are translated, from all over the corpus. */
const most = 25

interface Name extends Said {
  readonly range: Range
  /** Of a heading; of the title 0. */
  readonly depth: number
}

/** The title and the headings of a document: what its passages are called, as others see it. */
const namesOf = rememberingOf(({ frontMatter, headings }: Facts): readonly Name[] => {
  const title = frontMatter?.fields.find(({ key }) => key === 'title')
  return [
    ...(title ? [{ ...said(title.value), range: title.valueRange, depth: 0 }] : []),
    ...headings.map(({ text, contentRange, depth }) => ({ ...said(text), range: contentRange, depth })),
  ]
})

interface NamePair extends Saying {
  readonly source: Name
  readonly target: Name
}

/** The names of a source and of its translation, where both have the same outline; else it is not known which is which. */
const pairedWith = rememberingOf((target: Facts) =>
  rememberingOf((source: Facts): readonly NamePair[] => {
    const [from, to] = [namesOf(source), namesOf(target)]
    if (from.length !== to.length || from.some(({ depth }, at) => depth !== to[at]?.depth)) return []
    return from.flatMap((name, at) => {
      const other = to[at]
      return other ? [{ source: name, target: other }] : []
    })
  }),
)

const pairsOf = (source: Document, target: Document): readonly NamePair[] =>
  pairedWith(target.facts)(source.facts)

/** Documents by what they and their sections are called. */
const byName: DocumentIndex = {
  name: 'title or heading',
  *keysOf({ locale, facts }) {
    if (locale === undefined) return
    for (const name of namesOf(facts)) yield keyOf(locale, name)
  },
}

const keyOf = (locale: string, { essence }: Said): string => `${locale}\n${essence}`

/** How other guides translate a name of a source into a locale. */
function* sayingsOf(name: Name, source: Document, locale: string, corpus: Corpus): Iterable<NamePair> {
  const others = corpus.documentsUnder(byName, keyOf(source.locale ?? '', name))
  if (others.length <= fewest) return
  const step = Math.ceil(others.length / most)
  for (let at = 0; at < others.length; at += step) {
    const other = others[at]
    if (!other) continue
    const guide = corpus.guideOf(other)
    const target = guide.documents.get(locale)
    if (guide.source?.path !== other.path || !target) continue
    for (const pair of pairsOf(other, target)) if (pair.source.essence === name.essence) yield pair
  }
}

export const rule: Rule = corpusRule<object>({
  id: 'translation-consistency',
  scope: 'corpus',
  summary:
    'a title or heading that is translated otherwise than the same words are nearly everywhere, or two that the source tells apart and the translation does not',
  why: 'Readers find their way by headings: where the same section is called otherwise in each guide they look for a difference that is not there, and where two are called the same they open the wrong one.',
  severity: 'info',
  recommended: false,
  defaults: {},
  inputs: ['source'],
  indexes: [byName],
  examples: [
    {
      name: 'A heading that other guides translate otherwise',
      config: 'source: en-gb',
      files: Object.fromEntries(
        ['outlook', 'phone', 'tablet', 'watch'].flatMap((id, at) => [
          [`${id}/guide.en-gb.md`, '---\ntitle: Mail\n---\n\n## Before you begin\n\nText.\n'],
          [
            `${id}/guide.de-de.md`,
            `---\ntitle: E-Mail\n---\n\n## ${at === 2 ? '⟦Zuvor⟧' : 'Voraussetzungen'}\n\nText.\n`,
          ],
        ]),
      ),
      reasons: ['Unexpected `Zuvor` for `Before you begin`, expected `Voraussetzungen`, as in 3 others'],
    },
    {
      name: 'Two sections that only the source tells apart',
      config: 'source: en-gb',
      files: {
        'mail/guide.en-gb.md':
          '---\ntitle: Mail\n---\n\n## Receiving your mail\n\nText.\n\n## Sending your mail\n\nText.\n',
        'mail/guide.de-de.md':
          '---\ntitle: E-Mail\n---\n\n## Ihre E-Mails senden\n\nText.\n\n## ⟦Ihre E-Mails senden⟧\n\nText.\n',
      },
      reasons: [
        'Unexpected `Ihre E-Mails senden` for `Sending your mail` and for `Receiving your mail`, expected words that tell them apart',
      ],
    },
    {
      name: 'Letter case, and two ways that are both in use',
      config: 'source: en-gb',
      files: Object.fromEntries(
        ['outlook', 'phone', 'tablet', 'watch'].flatMap((id, at) => [
          [`${id}/guide.en-gb.md`, '---\ntitle: Mail\n---\n\n## Further reading\n\nText.\n'],
          [
            `${id}/guide.fr-fr.md`,
            `---\ntitle: E-mail\n---\n\n## ${['Aller plus loin', 'Aller plus Loin', 'Voir aussi', 'Voir aussi :'][at] ?? ''}\n\nTexte.\n`,
          ],
        ]),
      ),
    },
  ],
  *check(document, { guide, corpus }): Iterable<Finding> {
    const { source } = guide
    const { locale } = document
    if (!source || locale === undefined || source.path === document.path || source.locale === locale) return
    const pairs = pairsOf(source, document)
    for (const pair of pairs) {
      const usual = usualFor(pair, usageOf(sayingsOf(pair.source, source, locale, corpus)))
      if (!usual) continue
      const { source: from, target } = pair
      yield {
        range: target.range,
        reason: otherwise(pair, usual),
        actual: target.words,
        expected: usual.words,
        related: [{ path: source.path, range: from.range, reason: 'The source says this here' }],
      }
    }
    for (const [pair, before] of mergedIn(pairs)) {
      yield {
        range: pair.target.range,
        reason: merged(pair, before),
        actual: pair.target.words,
        related: [{ path: document.path, range: before.target.range, reason: 'The same words stand here' }],
      }
    }
  },
})
