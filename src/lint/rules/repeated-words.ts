import { aliasesOf } from '../../corpus/config.ts'
import { languageOf } from '../../corpus/locale.ts'
import type { Facts } from '../../markdown/facts.ts'
import { documentRule, type Rule } from '../rule.ts'
import type { Finding } from '../finding.ts'

/** A word and the same word again, over a line end too; scripts that set no spaces between words are left out. */
const doubled =
  /((?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])\p{L}[\p{L}\p{M}]+)([ \t]+|[ \t]*\r?\n[ \t>]*)\1(?![\p{L}\p{M}\p{N}_'’-])/iuy
const insideWord = /[\p{L}\p{M}\p{N}_'’.-]/u

/**
 * The places in prose where a word may stand twice. Almost every pair of words differs in its first letters, so
 * the pattern is asked only where these agree.
 */
function* doubledIn(text: string, prose: Facts['prose']): Iterable<RegExpExecArray> {
  for (const [index, { start, end }] of prose.entries()) {
    let wordStart = start
    for (let at = start; at <= end; at++) {
      if (at < end && text.charCodeAt(at) !== 32) continue
      const next = at < end ? at + 1 : (prose[index + 1]?.start ?? at)
      if (sameLetter(text, wordStart, next) && sameLetter(text, wordStart + 1, next + 1)) {
        doubled.lastIndex = wordStart
        const match = insideWord.test(text.charAt(wordStart - 1)) ? null : doubled.exec(text)
        if (match) yield match
      }
      wordStart = next
    }
  }
}

function sameLetter(text: string, a: number, b: number): boolean {
  const first = text.charCodeAt(a)
  const second = text.charCodeAt(b)
  return first === second || (first !== 32 && text.charAt(a).toLowerCase() === text.charAt(b).toLowerCase())
}

/** Words that a sentence may rightly say twice, by grammar or for emphasis, by language. */
const allowed: Readonly<Record<string, ReadonlySet<string>>> = {
  cs: new Set(['velmi', 'moc']),
  de: new Set(['das', 'der', 'die', 'sie', 'den', 'dem', 'was', 'sehr', 'ganz', 'lange', 'viel']),
  en: new Set([
    ...[
      'that',
      'had',
      'her',
      'so',
      'very',
      'really',
      'many',
      'much',
      'far',
      'long',
      'no',
      'now',
      'bye',
      'sweet',
    ],
    ...['big', 'good', 'old', 'well'],
  ]),
  fr: new Set(['nous', 'vous', 'en', 'très', 'bien', 'non', 'oui', 'loin']),
  it: new Set(['via', 'piano', 'man', 'mano', 'molto', 'quasi', 'ben', 'così']),
  lt: new Set(['labai']),
  nl: new Set(['dat', 'die', 'er', 'het', 'je', 'ze', 'haar', 'heel', 'zeer']),
  pl: new Set(['co', 'to', 'bardzo', 'już']),
  fi: new Set(['ja', 'siinä', 'niin', 'hyvin']),
  es: new Set(['nos', 'poco', 'muy', 'ya', 'casi', 'no']),
  pt: new Set(['nos', 'muito', 'já', 'quase', 'não']),
}

/** `Label: label again: value`, both before one value; signs of code are in no label. */
const twoLabels =
  /(?<![\p{L}\p{N}])(\p{Lu}[^.:：!?|*_[\]\n;(){}<>\\=`。、]{2,70}?)[ \u00A0\u202F]*:[ \u00A0\u202F]+(\p{L}[^.!?|*_[\]\n;(){}<>\\=`。、:：]{2,70}?)[ \u00A0\u202F]*:(?=[ \t\u00A0\u202F]+\S)/gu

/** The words of a label that carry its meaning, cut to their stems as far as any language lets us. */
function stemsOf(label: string): string[] {
  return label
    .toLowerCase()
    .normalize('NFKD')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, 5))
}

/** Two labels before one value; only stretches with two colons are looked at, which few have. */
function* twoLabelsIn(text: string, prose: Facts['prose']): Iterable<RegExpExecArray> {
  let colon = text.indexOf(':')
  for (const { start, end } of prose) {
    if (colon >= 0 && colon < start) colon = text.indexOf(':', start)
    if (colon < 0) return
    const second = colon < end ? text.indexOf(':', colon + 1) : -1
    if (second < 0 || second >= end) continue
    // The value may be marked up, and so lie behind the stretch.
    for (const match of text.slice(start, end + 8).matchAll(twoLabels)) {
      match.index += start
      yield match
    }
  }
}

function* repeatedLabels(text: string, prose: Facts['prose']): Iterable<Finding> {
  const meanings = new Map<string, Set<string>>()
  const pairs = [...twoLabelsIn(text, prose)].flatMap((match) => {
    const [whole, first = '', second = ''] = match
    const known = new Set(stemsOf(first))
    if (!stemsOf(second).some((stem) => known.has(stem))) return []
    const start = match.index + whole.indexOf(second, first.length)
    meanings.set(first, (meanings.get(first) ?? new Set()).add(second))
    return [{ first, second, range: { start, end: match.index + whole.length } }]
  })
  for (const { first, second, range } of pairs) {
    const reason = `Unexpected second label \`${second}\` after \`${first}\`, expected the value`
    const finding = { range, reason, actual: second }
    // Where one label stands before two others, it is wrong in one place, and which one a person must say.
    if ((meanings.get(first)?.size ?? 0) > 1) {
      yield { ...finding, note: `\`${first}\` stands before another label, too: one of them is mistaken` }
      continue
    }
    let next = range.end
    while (/[ \t]/.test(text.charAt(next))) next++
    yield {
      ...finding,
      fix: {
        title: `Remove \`${second}\``,
        applicability: 'unsafe',
        edits: [{ range: { start: range.start, end: next }, text: '' }],
        changes: ['prose', 'labelGroups', 'segments'],
      },
    }
  }
}

export const rule: Rule = documentRule<object>({
  id: 'repeated-words',
  summary: 'a word or a label said twice',
  why: 'A word that stands twice is a slip that every reader stumbles over; a label that stands twice hides the value.',
  severity: 'warning',
  defaults: {},
  examples: [
    {
      name: 'A word twice',
      files: '---\ntitle: Mail\n---\n\nOpen the settings of ⟦the the⟧ telephone.\n',
      reasons: ['Unexpected repetition of `the`, expected it once'],
      fixed: '---\ntitle: Mail\n---\n\nOpen the settings of the telephone.\n',
    },
    {
      name: 'A label twice',
      files: '---\ntitle: Mail\n---\n\nIncoming server port: ⟦Port of the incoming server:⟧ 993\n',
      reasons: [
        'Unexpected second label `Port of the incoming server` after `Incoming server port`, expected the value',
      ],
      fixed: '---\ntitle: Mail\n---\n\nIncoming server port: 993\n',
    },
    {
      name: 'One label before two others: which one is mistaken, a person must say',
      files:
        '---\ntitle: Mail\n---\n\nIncoming server: ⟦Name of the incoming server:⟧ 993\n\nIncoming server: ⟦Name of the outgoing server:⟧ 465\n',
      reasons: [
        'Unexpected second label `Name of the incoming server` after `Incoming server`, expected the value',
        'Unexpected second label `Name of the outgoing server` after `Incoming server`, expected the value',
      ],
    },
    {
      name: 'Rightly twice',
      files: '---\ntitle: Mail\n---\n\nWe know that that server is very, very slow, and very very old.\n',
    },
  ],
  *check({ facts, text, locale }, { config }) {
    const language = languageOf(locale ?? 'und', aliasesOf(config))
    for (const match of doubledIn(text, facts.prose)) {
      const [, word = '', gap = ''] = match
      const range = { start: match.index, end: match.index + match[0].length }
      const again = match[0].slice(word.length + gap.length)
      // `Bora Bora` is a name, `route ROUTE` a word and its placeholder.
      if (again !== again.toLowerCase() || allowed[language]?.has(word.toLowerCase())) continue
      const edits = [{ range: { start: range.start + word.length, end: range.end }, text: '' }]
      yield {
        range,
        reason: `Unexpected repetition of \`${word}\`, expected it once`,
        fix: {
          title: `Say \`${word}\` once`,
          applicability: 'unsafe',
          edits,
          changes: ['prose', 'segments', 'headings', 'labelGroups', 'tables', 'links'],
        },
      }
    }
    yield* repeatedLabels(text, facts.prose)
  },
})
