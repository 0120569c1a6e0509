import * as z from 'zod'
import type { Document } from '../../corpus/document.ts'
import {
  avoidedIn,
  keepsName,
  keptIn,
  nameOf,
  saysTerm,
  termsIn,
  type Glossary,
} from '../../l10n/glossary.ts'
import { pairSegments } from '../../l10n/pair-segments.ts'
import { phrasesOf } from '../../l10n/phrase.ts'
import type { Finding } from '../finding.ts'
import { siblingRule, type Rule } from '../rule.ts'
import { wordsOfPeople } from '../words.ts'

/** A document with its text. */
type Side = Document & { readonly text: string }

/** Words that the glossary says to avoid, wherever people's words stand. */
function* avoided({ facts, text, locale = 'und' }: Side, glossary: Glossary): Iterable<Finding> {
  for (const range of wordsOfPeople(text, facts)) {
    let from = range.start
    for (;;) {
      const [first] = avoidedIn(text.slice(from, range.end), locale, glossary).sort(
        (a, b) => a.range.start - b.range.start,
      )
      if (!first) break
      const place = { start: from + first.range.start, end: from + first.range.end }
      const wanted = nameOf(first.term, locale)
      yield {
        range: place,
        reason: `Unexpected \`${first.words}\`, expected ${wanted === undefined ? 'another word' : `\`${wanted}\``}`,
        ...(first.term.note !== undefined && { note: first.term.note }),
        actual: first.words,
        ...(wanted !== undefined && { expected: wanted }),
      }
      from = place.end
    }
  }
}

/** Terms and names of the source that its translation does not have where it should. */
function* lost(source: Side, target: Side, glossary: Glossary, ofTerms: boolean): Iterable<Finding> {
  const [from, to] = [phrasesOf(source.facts, source.text), phrasesOf(target.facts, target.text)]
  for (const [place, other] of pairSegments(source, target)) {
    const [own, segment] = [source.facts.segments[place], target.facts.segments[other]]
    const [words, translation] = [wordsOf(from[place]?.text), wordsOf(to[other]?.text)]
    if (!own || !segment) continue
    const related = [{ path: source.path, range: own.range, reason: 'the source says it here' }]
    for (const name of new Set(keptIn(words, glossary)))
      if (!keepsName(translation, name))
        yield {
          range: segment.range,
          reason: `Unexpected text without \`${name}\`, expected the name as in every language`,
          related,
        }
    for (const term of ofTerms ? termsIn(words, source.locale ?? 'und', glossary) : []) {
      const wanted = nameOf(term, target.locale ?? 'und')
      if (wanted !== undefined && !saysTerm(translation, term, target.locale ?? 'und'))
        yield {
          range: segment.range,
          reason: `Unexpected words for \`${nameOf(term, source.locale ?? 'und') ?? term.id}\`, expected \`${wanted}\``,
          related,
        }
    }
  }
}

function wordsOf(phrase = ''): string {
  return phrase.replace(/<\/?\d+>|\{\d+\}/g, ' ')
}

export const rule: Rule = siblingRule<{ readonly translated: boolean }>({
  id: 'terms',
  summary:
    'a word that the glossary says to avoid, a name that was translated, a term that was translated otherwise',
  why: 'Readers take two words for two things: where a thing has one name in the menu, one in the guide and a third in the next guide, they look for what is not there.',
  severity: 'warning',
  options: z.object({
    translated: z
      .boolean()
      .describe('Whether each term of the source must stand in the same passage of its translation, too'),
  }),
  defaults: { translated: false },
  inputs: ['terms', 'source'],
  examples: [
    {
      name: 'A word to avoid',
      files: {
        'mail/guide.en-gb.md': '---\ntitle: Mail\n---\n\nOpen your ⟦mail client⟧, not `mail client`.\n',
        'guides/glossary.yaml':
          'terms:\n  email program:\n    words: {en-gb: email program}\n    avoid: {en-gb: [mail client]}\n',
      },
      reasons: ['Unexpected `mail client`, expected `email program`'],
    },
    {
      name: 'A name that was translated',
      config: 'source: en-gb',
      files: {
        'mail/guide.en-gb.md': '---\ntitle: Mail\n---\n\nChoose STARTTLS.\n',
        'mail/guide.pl-pl.md': '---\ntitle: Poczta\n---\n\n⟦Wybierz szyfrowanie.⟧\n',
        'guides/glossary.yaml': 'keep: [STARTTLS]\n',
      },
      reasons: ['Unexpected text without `STARTTLS`, expected the name as in every language'],
    },
    {
      name: 'A term that was translated otherwise',
      config: 'source: en-gb\nrules: {terms: {translated: true}}',
      files: {
        'mail/guide.en-gb.md': '---\ntitle: Mail\n---\n\nYour mailbox is full.\n\nOpen your mailbox.\n',
        'mail/guide.pl-pl.md':
          '---\ntitle: Poczta\n---\n\n⟦Twoje pudełko jest pełne.⟧\n\nOtwórz swoją skrzynkę.\n',
        'guides/glossary.yaml':
          'terms:\n  mailbox:\n    words: {en-gb: mailbox, pl-pl: [skrzynka, skrzynk*]}\n',
      },
      reasons: ['Unexpected words for `mailbox`, expected `skrzynka`'],
    },
    {
      name: 'Forms of a term, and words within words',
      files: {
        'mail/guide.en-gb.md': '---\ntitle: Mail\n---\n\nThe managers manage it.\n',
        'guides/glossary.yaml': 'terms:\n  panel:\n    words: {en-gb: panel}\n    avoid: {en-gb: manager}\n',
      },
    },
  ],
  *check(document, { config, guide, textOf, options: { translated } }) {
    const { terms: glossary, source: from } = config
    if (!glossary || document.locale === undefined) return
    const target = { ...document, facts: document.facts, text: textOf(document) }
    yield* avoided(target, glossary)
    const { source } = guide
    if (source && document.locale !== from && source.path !== document.path)
      yield* lost({ ...source, facts: source.facts, text: textOf(source) }, target, glossary, translated)
  },
})
