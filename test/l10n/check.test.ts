import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Translation } from '../../src/l10n/check/check.ts'
import { checks, checkTranslation } from '../../src/l10n/check/index.ts'
import { parseGlossary } from '../../src/l10n/parse-glossary.ts'
import type { Code } from '../../src/l10n/phrase.ts'
import { glossaryOf } from '../support/corpus.ts'

const glossary = glossaryOf(`
keep: [STARTTLS, iPhone]
terms:
  mailbox:
    words: { en-gb: [mailbox, mailboxes], pl-pl: [skrzynka, skrzynk*] }
    avoid: { pl-pl: [mailbox] }
`)

const codes: Code[] = [
  { kind: 'pair', open: '**', close: '**' },
  { kind: 'pair', open: '[', close: '](https://example.com)' },
  { kind: 'lone', text: '`x`' },
]

/** As many codes as the source's words name. */
function translationOf(source: string, target: string, language: string): Translation {
  const known = codes.map((code, index): Code => {
    const isLone = source.includes(`{${index + 1}}`)
    return isLone && code.kind === 'pair' ? { kind: 'lone', text: 'x' } : code
  })
  const count = Math.max(0, ...[...source.matchAll(/<(\d)>|\{(\d)\}/g)].map(([, a, b]) => Number(a ?? b)))
  const used = known.slice(0, count)
  return {
    source: { text: source, codes: used },
    target: { text: target, codes: used },
    languages: { source: 'en-GB', target: language },
    locales: { source: 'en-gb', target: language.toLowerCase() },
    glossary,
  }
}

/** What each check finds: source, target, language, and what is told, `!` before an error. */
const table: readonly [string, string, string, readonly string[]][] = [
  ['Open the <1>panel</1>.', 'Otwórz <1>panel</1>.', 'pl-PL', []],
  ['Open it.', '', 'pl-PL', ['!empty']],
  ['Open it.', '…', 'pl-PL', ['!empty']],
  ['Open the <1>panel</1>.', 'Otwórz panel.', 'pl-PL', ['!tags', '!tags']],
  ['Open the <1>panel</1>.', 'Otwórz </1>panel<1>.', 'pl-PL', ['!tags']],
  ['Open the <1>panel</1>.', 'Otwórz <1>panel</1> <1></1>.', 'pl-PL', ['!tags', '!tags']],
  ['<1>See <2>this</2></1>', '<1>Zobacz</1> <2>to</2>', 'pl-PL', ['!nesting']],
  ['<1>Now</1> <2>this</2> {3}', '<1>Teraz {3}</1> <2>to</2>', 'pl-PL', ['nesting']],
  ['Open it.', 'Otw\u0000órz to.', 'pl-PL', ['!forbidden']],
  ['Open it.', 'Otw\uFFFDrz to.', 'pl-PL', ['!forbidden']],
  ['Open it.', 'Otwórz [to](javascript:x).', 'pl-PL', ['!links', '!markup']],
  ['Open it.', 'Otwórz https://zly.example/.', 'pl-PL', ['!links']],
  ['Open it.', 'Otwórz `to`.', 'pl-PL', ['!markup']],
  ['Open it.', 'Otwórz <b>to.', 'pl-PL', ['!markup']],
  ['Port 993 for IMAP4', 'Port 993 dla IMAP4', 'pl-PL', []],
  ['Use port 993.', 'Użyj portu 995.', 'pl-PL', ['!numbers', '!numbers']],
  ['Use port 993.', 'Użyj portu.', 'pl-PL', ['!numbers']],
  ['Three ways', '3 sposoby', 'pl-PL', ['numbers']],
  ['Up to 10,000 at 10:30', 'Do 10 000 o 10.30', 'pl-PL', []],
  ['Up to 250', 'حتى ٢٥٠', 'ar-EG', []],
  ['Write to help@example.com now', 'Napisz do pomoc@example.com teraz', 'pl-PL', ['!literals']],
  ['Run it with --fix now', 'Uruchom z --napraw teraz', 'pl-PL', ['!literals']],
  ['Any <1>TLS</1>-ready server', 'Serwer gotowy na <1>TLS</1>', 'pl-PL', []],
  ['Go to mail.example.com now', 'mail.example.comを開く', 'ja-JP', []],
  ['Open letter.pdf now', 'Otwórz list.pdf teraz', 'pl-PL', ['literals']],
  ['Open ~/mail/first now', 'Otwórz ~/poczta/first teraz', 'pl-PL', ['literals']],
  ['Hello {{name}} there', 'Witaj {{imię}} tam', 'pl-PL', ['!literals']],
  ['Hello there, my friend', 'Hello there, my friend', 'pl-PL', ['unchanged']],
  ['STARTTLS iPhone', 'STARTTLS iPhone', 'pl-PL', []],
  ['Open it.', ' Otwórz  to.', 'pl-PL', ['spaces', 'spaces']],
  ['Open (it).', 'Otwórz (to.', 'pl-PL', ['brackets']],
  ['Open (it.', 'Otwórz (to).', 'pl-PL', []],
  ['Is it open?', 'Jest otwarte.', 'pl-PL', ['end']],
  ['It is open.', 'Jest otwarte', 'pl-PL', ['end']],
  ['Do this:', 'Zrób tak.', 'pl-PL', []],
  ['It is open.', '開いている', 'ja-JP', []],
  ['It is {1}.', 'Jest {1}', 'pl-PL', []],
  ['Is it open?', 'Jest otwarte? (po angielsku)', 'pl-PL', []],
  ['Is it open?', 'Είναι ανοιχτό;', 'el-GR', []],
  ['It is open.', '開いています。', 'ja-JP', []],
  ['Choose “Settings”', 'Wybierz „Ustawienia”', 'pl-PL', []],
  ['Choose “Settings”', 'Wybierz «Ustawienia»', 'de-CH', []],
  ['Choose “Settings”', 'Wybierz “Ustawienia”', 'pl-PL', ['quotes']],
  ['One. Two. Three. Four.', 'Jeden, dwa, trzy, cztery.', 'pl-PL', ['sentences']],
  ['A file (e.g. this, e.g. that, i.e. all)', 'Ein File (z. B. dies, d. h. alle)', 'de-DE', []],
  ['One, two, three.', 'Jeden. Dwa. Trzy.', 'pl-PL', []],
  ['Your mailboxes', 'Twoje skrzynki', 'pl-PL', []],
  ['Your mailboxes', 'Twoje pudełka', 'pl-PL', ['terms']],
  ['Your mailboxes', 'Twój mailbox, skrzynka', 'pl-PL', ['terms']],
  ['Use STARTTLS', 'Użyj TLS', 'pl-PL', ['terms']],
  ['A sentence that says a good many things to those who read it to the end', 'Zdanie', 'pl-PL', ['length']],
]

describe('what is wrong with a translation', () => {
  test.each(table)('%s | %s (%s)', (source, target, language, expected) => {
    const found = checkTranslation(translationOf(source, target, language))
    expect(found.map(({ check, severity }) => (severity === 'error' ? `!${check}` : check))).toEqual(expected)
  })

  test('every check finds something in the table', () => {
    const found = new Set(
      table.flatMap(([source, target, language]) =>
        checkTranslation(translationOf(source, target, language)).map(({ check }) => check),
      ),
    )
    expect(checks.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([])
  })

  test('a limit of characters is held', () => {
    const found = checkTranslation({ ...translationOf('OK', 'W porządku', 'pl-PL'), limit: 4 })
    expect(found.map(({ reason }) => reason)).toEqual(['Unexpected 10 characters, expected at most 4'])
  })

  test('no check takes long over hostile words', () => {
    const started = process.cpuUsage()
    for (const words of [
      '((((['.repeat(20_000),
      'a.'.repeat(50_000),
      '1 '.repeat(50_000),
      ' '.repeat(100_000) + 'x',
    ])
      checkTranslation(translationOf(words, words + words, 'pl-PL'))
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000)
  })
})

describe('a glossary', () => {
  test('of the project’s own guides is read', () => {
    const text = readFileSync(resolve(import.meta.dirname, '../../guides/glossary.yaml'), 'utf8')
    expect(glossaryOf(text).terms.length).toBeGreaterThan(10)
  })

  test.each([
    ['terms: { a: { word: { en: x } } }', 'Unexpected key `word`, expected `words`'],
    ['keep: [1]', 'Unexpected `1`, expected a text'],
    ['terms: [', 'Unexpected YAML'],
  ])('%s is told', (yaml, reason) => {
    const result = parseGlossary(yaml, 'glossary.yaml')
    expect('problems' in result ? result.problems[0]?.reason : undefined).toContain(reason)
  })
})
