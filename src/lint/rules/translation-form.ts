import { z } from 'zod'
import { aliasesOf } from '../../corpus/config.ts'
import type { Document } from '../../corpus/document.ts'
import { languageTagOf } from '../../corpus/locale.ts'
import { Recent } from '../../corpus/recent.ts'
import type { Problem } from '../../l10n/check/check.ts'
import { checkTranslation } from '../../l10n/check/index.ts'
import { inlinesOf } from '../../l10n/inline.ts'
import { phraseOf, type Phrase } from '../../l10n/phrase.ts'
import type { Block } from '../../markdown/block.ts'
import type { Segment } from '../../markdown/segment.ts'
import { besideSource, factsWithin, sure } from '../beside-source.ts'
import { siblingRule, type Rule } from '../rule.ts'

/** What other rules do not speak of. */
const checks = ['brackets', 'end', 'length', 'literals', 'quotes', 'sentences', 'spaces'] as const

const prose: ReadonlySet<string> = new Set(['heading', 'paragraph', 'item'])

/** The one segment that a block is, without those within it; undefined where there are more. */
function segmentOf({ facts }: Document, { range }: Block): Segment | undefined {
  const [first, ...more] = factsWithin(facts.segments, range)
  return first && more.every((each) => each.range.end <= first.range.end) ? first : undefined
}

type Phrases = (segment: Segment) => Phrase

/** The source of many targets, and the target at hand. */
const recent = new Recent<string, Phrases>(4)

/** Tells the phrases of a document, each made once. */
function phrasesIn({ path, hash, facts }: Document, text: string): Phrases {
  return recent.getOr(`${path}\n${hash}`, () => {
    const inlines = inlinesOf(facts, text)
    const known = new Map<Segment, Phrase>()
    return (segment) => {
      const phrase = known.get(segment) ?? phraseOf(segment, inlines, text)
      known.set(segment, phrase)
      return phrase
    }
  })
}

/** A file, and a path, may have a name of its own in each language, and a heading another form. */
function isMeant({ check, severity }: Problem, { kind }: Block): boolean {
  if (check === 'literals') return severity === 'error'
  return check !== 'end' || kind !== 'heading'
}

/** True of label lines, which other languages may have as sentences. */
function isLabels({ text }: Phrase): boolean {
  return text.includes('\n') && (text.match(/^[^\n:]{1,60}:/gm)?.length ?? 0) > 1
}

const english =
  '---\ntitle: Mail\n---\n\nDo you want to keep a copy?\n\nStart it with --safe-mode (on a computer), then open the settings.\n'
const german = '---\ntitle: E-Mail\n---\n\n'

export const rule: Rule = siblingRule<{ readonly checks: readonly (typeof checks)[number][] }>({
  id: 'translation-form',
  summary:
    'a passage whose end, brackets, quotation marks, spaces, options, addresses, length or sentences do not go with its source’s',
  why: 'A question without its sign, a bracket that never closes or three sentences that became one are what a translation looks like that was cut short, or that nobody has read again.',
  severity: 'warning',
  options: z.object({ checks: z.array(z.enum(checks)).describe('What is looked at in each passage') }),
  defaults: { checks },
  inputs: ['source', 'aliases', 'localeOnly'],
  examples: [
    {
      name: 'A question that became a statement, and an option that is gone',
      config: 'source: en-gb',
      files: {
        'mail/guide.en-gb.md': english,
        'mail/guide.de-de.md': `${german}⟦Möchten Sie eine Kopie behalten.⟧\n\n⟦Starten Sie es im abgesicherten Modus (auf einem Computer), und öffnen Sie dann die Einstellungen.⟧\n`,
      },
      reasons: [
        'Unexpected a full stop, expected a question mark',
        'Unexpected text without `--safe-mode`, expected it as in the source',
      ],
    },
    {
      name: 'A bracket that never closes, and a passage that ends too early',
      config: 'source: en-gb',
      files: {
        'mail/guide.en-gb.md': english,
        'mail/guide.de-de.md': `${german}⟦Möchten Sie eine Kopie (auf dem Server behalten?⟧\n\n⟦Starten Sie es mit --safe-mode auf einem Computer, öffnen Sie dann⟧\n`,
      },
      reasons: [
        'Unexpected single bracket of `()`, expected pairs',
        'Unexpected end without a sign, expected a full stop',
      ],
    },
    {
      name: 'Signs as each language has them, and one sentence that became two',
      config: 'source: en-gb',
      files: {
        'mail/guide.en-gb.md': english,
        'mail/guide.es-es.md':
          '---\ntitle: Correo\n---\n\n¿Quiere guardar una copia?\n\nInícielo con --safe-mode (en un ordenador). Después, abra los ajustes.\n',
      },
    },
  ],
  *check(document, view) {
    const beside = besideSource(document, view)
    if (!beside) return
    const { source, target, alignment } = beside
    const aliases = aliasesOf(view.config)
    const locales = { source: source.locale ?? 'und', target: target.locale ?? 'und' }
    const languages = {
      source: languageTagOf(locales.source, aliases),
      target: languageTagOf(locales.target, aliases),
    }
    const wanted = new Set<string>(view.options.checks)
    const phrases = {
      source: phrasesIn(source, beside.sourceText()),
      target: phrasesIn(target, beside.targetText()),
    }
    for (const { source: from, target: to, confidence, isMoved } of alignment.groups) {
      const [own, other] = [from[0], to[0]]
      if (!own || !other || from.length + to.length > 2 || own.kind !== other.kind) continue
      if (!prose.has(own.kind) || confidence < sure || isMoved) continue
      const [segment, translation] = [segmentOf(source, own), segmentOf(target, other)]
      if (!segment || !translation) continue
      // Which code of the one is which of the other does not matter to these checks.
      const phrase = phrases.source(segment)
      const words = phrases.target(translation)
      if (isLabels(phrase) || isLabels(words)) continue
      const translated = { source: phrase, target: words, languages, locales }
      const problems = checkTranslation(translated, wanted).filter((problem) => isMeant(problem, own))
      const related = [{ path: source.path, range: segment.range, reason: 'The source says this here' }]
      for (const { reason } of problems) yield { range: translation.range, reason, related }
    }
  },
})
