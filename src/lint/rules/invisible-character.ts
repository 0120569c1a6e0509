import { aliasesOf } from '../../corpus/config.ts'
import { directionOf } from '../../corpus/locale.ts'
import type { Facts } from '../../markdown/facts.ts'
import type { Range } from '../../text/range.ts'
import type { Finding } from '../finding.ts'
import { documentRule, type Rule } from '../rule.ts'
import { matchesInProse } from '../words.ts'

/** What nobody sees, as people call it. */
const names: readonly (readonly [name: string, characters: RegExp])[] = [
  ['byte order mark', /^\uFEFF$/],
  ['zero width space', /^\u200B$/],
  ['zero width non-joiner', /^\u200C$/],
  ['zero width joiner', /^\u200D$/],
  ['word joiner', /^\u2060$/],
  ['left-to-right mark', /^\u200E$/],
  ['right-to-left mark', /^[\u200F\u061C]$/],
  ['bidirectional override', /^[\u202D\u202E]$/],
  ['bidirectional control', /^[\u202A-\u202C\u2066-\u2069]$/],
  ['tag character', /^[\u{E0000}-\u{E007F}]$/u],
  ['filler', /^[\u115F\u1160\u3164\uFFA0]$/],
  ['invisible character', /^[\u180E\u2061-\u2064\uFFF9-\uFFFB]$/],
  ['control character', /^\p{Cc}$/u],
]

/** Runs of one such character; line ends, tabs and form feeds are white space. */
const invisible =
  /([\u0000-\u0008\u000B\u000E-\u001F\u007F-\u0084\u0086-\u009F\u061C\u115F\u1160\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}])\1*/gu

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
/** Letters of such a script this near give a mark its use. */
const nearby = 100
const bidiMark = /[\u061C\u200E\u200F\u202A-\u202C\u2066-\u2069]/

/** Scripts that set no spaces, whose lines may break at a zero width space. */
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Scripts whose letters join, so that a joiner or its counterpart changes what is seen. */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}]/u
const emoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]/u
const tagBase = /[\u{1F3F4}\u{E0000}-\u{E007F}]/u

/** The character that ends before an offset, whole. */
function characterBefore(text: string, offset: number): string {
  return Array.from(text.slice(Math.max(offset - 2, 0), offset)).at(-1) ?? ''
}

/** Whether what nobody sees has its use there. */
function hasUse(text: string, { start, end }: Range, character: string, isRightToLeft: boolean): boolean {
  const before = characterBefore(text, start)
  const behind = String.fromCodePoint(text.codePointAt(end) ?? 0)
  if (character === '\uFEFF') return start === 0
  if (character === '\u200B') return unspaced.test(before) || unspaced.test(behind)
  if (character === '\u200C') return joining.test(before) && joining.test(behind)
  if (character === '\u200D') return (joining.test(before) || emoji.test(before)) && end - start === 1
  if (/[\u{E0000}-\u{E007F}]/u.test(character)) return tagBase.test(before)
  if (bidiMark.test(character))
    return isRightToLeft || rightToLeft.test(text.slice(Math.max(start - nearby, 0), end + nearby))
  return false
}

function* invisibles(text: string, isRightToLeft: boolean): Iterable<Finding> {
  for (const { 0: run, 1: character = '', index } of text.matchAll(invisible)) {
    const range = { start: index, end: index + run.length }
    if (hasUse(text, range, character, isRightToLeft)) continue
    const name = names.find(([, characters]) => characters.test(character))?.[0] ?? 'invisible character'
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    yield { range, reason: `Unexpected ${name} (${code}), expected none` }
  }
}

const word = /[\p{L}\p{M}]+/gu
/** Ideographs that look alike and are not the same, such as those of names. */
const compatibility = /[\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/u

function* decomposed(text: string, prose: Facts['prose']): Iterable<Finding> {
  // What lies below changes in no normal form, and is most of what is written in Latin letters.
  if (!/[\u0300-\uffff]/.test(text) || text.normalize('NFC') === text) return
  for (const { range, match } of matchesInProse(text, prose, word)) {
    const [actual] = match
    const expected = actual.normalize('NFC')
    if (expected === actual || compatibility.test(actual)) continue
    yield {
      range,
      reason: `Unexpected letters in parts in \`${actual}\`, expected them whole`,
      note: 'The accents are characters of their own (Unicode NFD), so that searches do not find the word; write it in NFC',
      actual,
      expected,
    }
  }
}

export const rule: Rule = documentRule<object>({
  id: 'invisible-character',
  summary:
    'characters that nobody sees: bidi controls, zero width spaces, a byte order mark inside, accents apart from their letters',
  why: 'They come along from word processors and web pages. Searches, translation memories and copied commands fail on them, and bidi controls can show a text in another order than it is read by machines.',
  severity: 'warning',
  defaults: {},
  examples: [
    {
      name: 'A space that has no width, in a command to copy',
      files: '---\ntitle: Mail\n---\n\nRun `ping⟦\u200B⟧ ssl0.ovh.net`.\n',
      reasons: ['Unexpected zero width space (U+200B), expected none'],
    },
    {
      name: 'An accent apart from its letter',
      files: {
        'mail/guide.fr-fr.md':
          '---\ntitle: Messagerie\n---\n\nSaisissez le mot de passe ⟦e\u0301quivalent⟧.\n',
      },
      reasons: ['Unexpected letters in parts in `e\u0301quivalent`, expected them whole'],
    },
    {
      name: 'An override of the reading order, and a byte order mark of a file that was put in',
      files: '---\ntitle: Mail\n---\n\nOpen ⟦\u202E⟧gpj.tropni.\n\n⟦\uFEFF⟧Then close it.\n',
      reasons: [
        'Unexpected bidirectional override (U+202E), expected none',
        'Unexpected byte order mark (U+FEFF), expected none',
      ],
    },
    {
      name: 'Where they have their use',
      files: {
        'mail/guide.fa-ir.md': '---\ntitle: ایمیل\n---\n\nرمز را می\u200Cنویسید.\n',
        'mail/guide.en-gb.md':
          '---\ntitle: Mail\n---\n\nFor families 👨\u200D👩\u200D👧 and in Thai ไทย\u200Bภาษา.\n',
      },
    },
  ],
  *check({ facts, text, locale }, { config }) {
    const isRightToLeft = locale !== undefined && directionOf(locale, aliasesOf(config)) === 'rtl'
    yield* invisibles(text, isRightToLeft)
    yield* decomposed(text, facts.prose)
  },
})
