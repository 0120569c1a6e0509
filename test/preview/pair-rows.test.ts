import { describe, expect, test } from 'vitest'
import type { OpenDocument } from '../../src/corpus/document.ts'
import { pairRowsOf, type PairRow } from '../../src/preview/pair-rows.ts'
import { corpusOf } from '../support/corpus.ts'

function documentOf(path: string, text: string): OpenDocument {
  const document = corpusOf({ [path]: text }).documents.get(path)
  if (!document) throw new Error('Unexpected absence of a document')
  return { ...document, facts: document.facts, text }
}

const rowsOf = (source: string, target: string): PairRow[] =>
  pairRowsOf(documentOf('mail/guide.en-gb.md', source), documentOf('mail/guide.pl-pl.md', target))

const told = (rows: readonly PairRow[]): string[] =>
  rows.map(({ source, target, state }) =>
    [
      source.map(({ text }) => text).join(' + ') || '-',
      target.map(({ text }) => text).join(' + ') || '-',
      state ?? 'own',
    ].join(' | '),
  )

describe('side by side', () => {
  test('what belongs together stands in one row, front matter by its keys', () => {
    const source = '---\ntitle: Mail\n---\n\n## Ports\n\nUse port 993 for the mailbox.\n\n- One\n- Two\n'
    const target = '---\ntitle: Poczta\n---\n\n## Porty\n\nDo skrzynki użyj portu 993.\n\n- Raz\n- Dwa\n'
    expect(told(rowsOf(source, target))).toEqual([
      'Mail | Poczta | translated',
      'Ports | Porty | translated',
      'Use port 993 for the mailbox. | Do skrzynki użyj portu 993. | translated',
      'One | Raz | translated',
      'Two | Dwa | translated',
    ])
  })

  const first = '## Ports\n\nUse port 993 with `ssl0.example.net` here.\n\n'
  const last = '## End\n\nSee <https://example.com/a> for 4711 more.\n'
  const code = '```\nconst port = 587\n```\n\n'
  const asTarget = (text: string): string => text.replace('Use port', 'Użyj portu').replace('See', 'Zobacz')

  test('what the target lacks is a gap in its place', () => {
    const rows = told(rowsOf(first + code + last, asTarget(first + last)))
    expect(rows[2]).toMatch(/^```\n.*587.* \| - \| untranslated$/s)
    expect(rows[3]).toMatch(/^End \| End/)
  })

  test('what the target has of its own stands where it stood', () => {
    const rows = told(rowsOf(first + last, asTarget(first + code + last)))
    expect(rows[2]).toMatch(/^- \| ```\n.*587.* \| own$/s)
    expect(rows[3]).toMatch(/^End \| End/)
  })

  test('the words of the source are no translation', () => {
    const text = '## Ports\n\nUse this port for the incoming mail.\n'
    expect(rowsOf(text, text).map(({ state }) => state)).toEqual(['translated', 'untranslated'])
  })

  test('every part of both stands in one row and no more', () => {
    const source = '## A\n\nOne.\n\nTwo.\n\n| a | b |\n| --- | --- |\n| 1 | ![x](y.png) |\n\n```\ncode\n```\n'
    const target = '## B\n\nJeden.\n\n```\ncode\n```\n\nDwa.\n'
    const rows = rowsOf(source, target)
    const starts = (side: 'source' | 'target'): number[] =>
      rows.flatMap((row) => row[side].map(({ start }) => start))
    expect(new Set(starts('source')).size).toBe(starts('source').length)
    expect(starts('target').sort((a, b) => a - b)).toEqual([3, 6, 14, 28])
  })
})
