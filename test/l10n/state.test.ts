import { describe, expect, test } from 'vitest'
import { alignBlocks } from '../../src/l10n/align.ts'
import type { LedgerLine } from '../../src/l10n/ledger.ts'
import { pairParts, type Side } from '../../src/l10n/pair-parts.ts'
import { partsOf } from '../../src/l10n/part.ts'
import { recordOf } from '../../src/l10n/record.ts'
import { statesOf, type PartState, type StateHints } from '../../src/l10n/state.ts'
import { readFacts } from '../support/corpus.ts'

interface Page extends Side {
  readonly text: string
}

function pageOf(text: string): Page {
  const facts = readFacts(text)
  return { text, facts, parts: partsOf(facts, text) }
}

function states(source: Page, target: Page, lines: readonly LedgerLine[], hints?: StateHints): PartState[] {
  const beads = pairParts(source, target, alignBlocks(source.facts.blocks, target.facts.blocks))
  return statesOf(source.parts, target.parts, lines, beads, hints)
}

const blob = 'b'.repeat(40)

/** The ledger of two texts that are in step. */
function recorded(source: string, target: string, lines: readonly LedgerLine[] = []): LedgerLine[] {
  const [from, to] = [pageOf(source), pageOf(target)]
  return recordOf(states(from, to, lines), from.parts, to.parts, lines, { blob })
}

/** The states as a person reads them: `fuzzy words edited: Open the panel. = Otwórz panel.` */
function told(source: string, target: string, lines: readonly LedgerLine[], hints?: StateHints): string[] {
  const [from, to] = [pageOf(source), pageOf(target)]
  const words = ({ text, parts }: Page, indexes: readonly number[]): string =>
    indexes.map((at) => text.slice(parts[at]?.range.start, parts[at]?.range.end)).join(' + ') || '-'
  return states(from, to, lines, hints).map(({ source: a, target: b, state = 'own', behind, isEdited }) =>
    [state, behind, isEdited && 'edited', `${words(from, a)} = ${words(to, b)}`].filter(Boolean).join(' '),
  )
}

const source = `# Mail

Open the [panel](https://a.example) now.

Save your changes today.
`
const target = `# Poczta

Otwórz teraz [panel](https://a.example).

Zapisz dziś swoje zmiany.
`

describe('states', () => {
  const lines = recorded(source, target)

  test('what was recorded and has not changed is translated', () => {
    expect(told(source, target, lines)).toEqual([
      'translated Mail = Poczta',
      'translated Open the [panel](https://a.example) now. = Otwórz teraz [panel](https://a.example).',
      'translated Save your changes today. = Zapisz dziś swoje zmiany.',
    ])
    expect(recorded(source, target, lines)).toEqual(lines)
  })

  test('of two sections of one name, one that is renamed leaves the other in step', () => {
    const twice = ['# Mail', '## Set up', 'Open it.', '## Set it up', 'Close it.', ''].join('\n\n')
    const same = ['# Poczta', '## Konfiguracja', 'Otwórz.', '## Konfiguracja', 'Zamknij.', ''].join('\n\n')
    const before = recorded(twice, same)
    for (const place of [same.indexOf('## Konf'), same.lastIndexOf('## Konf')]) {
      const renamed = `${same.slice(0, place)}## Ustawienia${same.slice(place + '## Konfiguracja'.length)}`
      expect(told(twice, renamed, before).map((each) => each.split(':')[0])).toEqual([
        'translated Mail = Poczta',
        `translated ${place === same.indexOf('## Konf') ? 'edited Set up = Ustawienia' : 'Set up = Konfiguracja'}`,
        'translated Open it. = Otwórz.',
        `translated ${place === same.indexOf('## Konf') ? 'Set it up = Konfiguracja' : 'edited Set it up = Ustawienia'}`,
        'translated Close it. = Zamknij.',
      ])
    }
  })

  test.each([
    ['words of the source changed', ['today', 'tomorrow'], undefined, 'fuzzy words Save'],
    ['wrapping is nothing', ['changes today', 'changes\ntoday'], undefined, 'translated Save'],
    ['an address is no words', ['a.example', 'b.example'], undefined, 'translated markup Open'],
    ['a typo mended', undefined, ['dziś', 'dzisiaj'], 'translated edited Save'],
    ['a typo mended hides nothing', ['today', 'tomorrow'], ['zmiany', 'zmianę'], 'fuzzy words edited Save'],
    ['another level is no words', ['# Mail', '## Mail'], undefined, 'translated Mail'],
  ])('%s', (_, inSource, inTarget, state) => {
    const [from = '', to = ''] = inSource ?? []
    const [was = '', is = ''] = inTarget ?? []
    const all = told(source.replace(from, to), target.replace(was, is), lines)
    expect(all.filter((each) => each.startsWith(state))).toHaveLength(1)
    expect(all.filter((each) => each.startsWith('translated ') && !each.startsWith(state))).toHaveLength(2)
  })

  test('an edit that answers the change of the source is a translation of it', () => {
    const [from, to] = [source.replace('today', 'tomorrow'), target.replace('dziś', 'jutro')]
    expect(told(from, to, lines, { answers: () => true })[2]).toMatch(/^translated edited Save/)
    expect(told(from, to, lines, { answers: () => false })[2]).toMatch(/^fuzzy words edited Save/)
  })

  test('new, gone and own parts', () => {
    const added = source.replace('Save', 'Then wait for a short while.\n\nSave')
    expect(told(added, target, lines)).toContain('untranslated Then wait for a short while. = -')
    const removed = source.replace(/Save.*\n/, '')
    expect(told(removed, target, lines)).toContain('obsolete - = Zapisz dziś swoje zmiany.')
    const own = target.replace('Zapisz', 'Tylko w Polsce: 22 123 45 67.\n\nZapisz')
    expect(told(source, own, lines)).toContain('own - = Tylko w Polsce: 22 123 45 67.')
  })

  test("the source's own words are no translation", () => {
    const copied = target.replace(/Zapisz.*/, 'Save your changes today.')
    expect(told(source, copied, [])[2]).toMatch(/^untranslated/)
    const copy = recorded(source, copied)
    expect(copy.filter(({ origin }) => origin === 'source')).toHaveLength(1)
    expect(told('# Outlook\n', '# Outlook\n', [])).toEqual(['translated Outlook = Outlook'])
  })

  test('parts that say the same are told apart by what stands before them', () => {
    const twice = '# A\n\nFirst words here.\n\nRepeat me.\n\n# B\n\nOther words there.\n\nRepeat me.\n'
    const done =
      '# A\n\nPierwsze słowa tutaj.\n\nPowtórz mnie.\n\n# B\n\nInne słowa tam.\n\nPowtórz mnie raz.\n'
    const known = recorded(twice, done)
    const changed = twice.replace(/Repeat me\.\n$/, 'Repeat me slowly.\n')
    expect(told(changed, done, known).filter((each) => each.startsWith('fuzzy'))).toEqual([
      'fuzzy words Repeat me slowly. = Powtórz mnie raz.',
    ])
  })

  test('what was moved keeps its line, and a text that is in step changes none', () => {
    const moved = '# Mail\n\nSave your changes today.\n\nOpen the [panel](https://a.example) now.\n'
    expect(told(moved, target, lines).every((each) => each.startsWith('translated'))).toBe(true)
  })

  test('a block deleted by hand is remembered as long as its source stands', () => {
    const cut = target.replace(/Zapisz.*\n/, '')
    const kept = recorded(source, cut, lines)
    expect(kept).toHaveLength(3)
    expect(recorded(source.replace(/Save.*\n/, ''), cut, kept)).toHaveLength(2)
  })

  test('what is behind keeps the source of then, and is in step once it is accepted', () => {
    const [from, to] = [pageOf(source.replace('today', 'tomorrow')), pageOf(target)]
    const found = states(from, to, lines)
    const later = recordOf(found, from.parts, to.parts, lines, { blob: 'c'.repeat(40) })
    expect(later).toEqual(lines)
    const accepted = recordOf(found, from.parts, to.parts, lines, {
      blob: 'c'.repeat(40),
      acceptedAs: () => 'human',
    })
    expect(states(from, to, accepted).every(({ state }) => state === 'translated')).toBe(true)
  })

  test('code is a part, and its change makes it fuzzy', () => {
    const code = (words: string): string => `# A\n\n\`\`\`sh\n${words}\n\`\`\`\n`
    const known = recorded(code('ls -l'), code('ls -l'))
    expect(told(code('ls -la'), code('ls -l'), known)[1]).toMatch(/^fuzzy words/)
    expect(told(code('ls -l'), code('ls -l'), known)[1]).toMatch(/^translated/)
  })
})
