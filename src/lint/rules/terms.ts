import * as z from 'zod'
import type { InterfaceStrings } from '../../corpus/config.ts'
import { openDocument, type Document } from '../../corpus/document.ts'
import { wordsOf } from '../../l10n/check/check.ts'
import { lostTerms, toAvoid } from '../../l10n/check/terms.ts'
import { avoidedIn, nameOf, type Glossary } from '../../l10n/glossary.ts'
import { misnamed, misnamedIn } from '../../l10n/label.ts'
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
        reason: toAvoid(first, locale),
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
    const [phrase, translation] = [from[place], to[other]]
    if (!own || !segment || !phrase || !translation) continue
    const related = [{ path: source.path, range: own.range, reason: 'the source says it here' }]
    const locales = { source: source.locale ?? 'und', target: target.locale ?? 'und' }
    for (const reason of lostTerms(wordsOf(phrase), wordsOf(translation), locales, glossary, ofTerms))
      yield { range: segment.range, reason, related }
  }
}

/** Labels of the interface that are called otherwise than in the product. */
function* mislabelled(source: Side, target: Side, strings: InterfaceStrings): Iterable<Finding> {
  for (const wrong of misnamedIn(source, target, strings, () => pairSegments(source, target))) {
    const { label, source: named, wanted, isCertain } = wrong
    const [first = ''] = wanted
    const fix: Finding['fix'] = {
      title: `Write \`${first}\``,
      applicability: 'safe',
      edits: [{ range: label.range, text: first }],
      changes: ['code', 'segments', 'blocks'],
    }
    yield {
      range: label.range,
      reason: misnamed(wrong),
      related: [{ path: source.path, range: named.range, reason: 'the source names it here' }],
      actual: label.words,
      ...(wanted.length === 1 && { expected: first }),
      ...(isCertain && !/[`*]/.test(first) && { fix }),
    }
  }
}

export const rule: Rule = siblingRule<{ readonly translated: boolean }>({
  id: 'terms',
  summary:
    'a word that the glossary says to avoid, a name or a term that was translated otherwise, a label that is not the product’s',
  why: 'Readers take two words for two things: where a thing has one name in the menu, one in the guide and a third in the next guide, they look for what is not there.',
  severity: 'warning',
  options: z.object({
    translated: z
      .boolean()
      .describe('Whether each term of the source must stand in the same passage of its translation, too'),
  }),
  defaults: { translated: false },
  inputs: ['terms', 'source', 'strings'],
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
      name: 'A label that the product calls otherwise',
      config: 'source: en-gb\nlocales: [pl-pl]\nlabels: app/{locale}.json',
      files: {
        'mail/guide.en-gb.md':
          '---\ntitle: Mail\n---\n\nChoose `**Save**`{.action}, then `**Close**`{.action}.\n',
        'mail/guide.pl-pl.md':
          '---\ntitle: Poczta\n---\n\nWybierz `**⟦Zachowaj⟧**`{.action}, potem `**Zamknij**`{.action}.\n',
        'app/en-gb.json': '{"save": "&Save", "close": "Close"}',
        'app/pl-pl.json': '{"save": "Zapisz", "close": "Zamknij"}',
      },
      reasons: ['Unexpected label `Zachowaj`, expected `Zapisz`, as the product says'],
      fixed: '---\ntitle: Poczta\n---\n\nWybierz `**Zapisz**`{.action}, potem `**Zamknij**`{.action}.\n',
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
    const { terms: glossary, source: from, strings } = config
    if (!(glossary ?? strings) || document.locale === undefined) return
    const target = openDocument(document, textOf(document))
    if (glossary) yield* avoided(target, glossary)
    const { source: original } = guide
    if (!original || document.locale === from || original.path === document.path) return
    const source = openDocument(original, textOf(original))
    if (glossary) yield* lost(source, target, glossary, translated)
    if (strings) yield* mislabelled(source, target, strings)
  },
})
