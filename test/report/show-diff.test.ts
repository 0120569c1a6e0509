import { describe, expect, test } from 'vitest'
import { unifiedDiff } from '../../src/text/diff.ts'
import { showDiff } from '../../src/report/show-diff.ts'

/** The colours by signs that a reader of this file sees: `<r` red, `<g` green, `[` and `]` what changes. */
function readable(shown: string): string {
  const signs: Readonly<Record<string, string>> = { '31': '<r ', '32': '<g ', '39': '>', '7': '[', '27': ']' }
  const others: Readonly<Record<string, string>> = { '1': '', '2': '', '22': '' }
  return shown.replace(/\u001b\[(\d+)m/g, (_, code: string) => signs[code] ?? others[code] ?? '?')
}

function shownOf(before: string, after: string): string[] {
  const lines = readable(showDiff(unifiedDiff('a.md', before, after), true)).split('\n')
  return lines.slice(4).filter((line) => line !== '')
}

describe('a diff at a terminal', () => {
  test('sets off what changes in a line', () => {
    expect(shownOf('See [it](#partie-7).\n', 'See [it](#część-7).\n')).toEqual([
      '<r -See [it](#><r [partie]><r -7).>',
      '<g +See [it](#><g [część]><g -7).>',
    ])
  })

  test('makes spaces at a line’s end visible', () => {
    expect(shownOf('Port: 993\nText.\n', 'Port: 993  \nText.\n').slice(0, 2)).toEqual([
      '<r -Port: 993>',
      '<g +Port: 993><g [··]>',
    ])
    expect(shownOf('a \n', '')).toEqual(['<r -a·>'])
  })

  test('holds nothing side by side where the lines are not as many', () => {
    expect(shownOf('a b\n', 'a c\na d\n')).toEqual(['<r -a b>', '<g +a c>', '<g +a d>'])
  })

  test('cuts no character in two', () => {
    expect(shownOf('x😀y\n', 'x😁y\n')).toEqual(['<r -x><r [😀]><r y>', '<g +x><g [😁]><g y>'])
  })

  test('shows what a terminal would obey', () => {
    expect(showDiff('@@ -1 +1 @@\n-a\u001b\n+b\n c', true).split('\n')).toEqual([
      '\u001b[2m@@ -1 +1 @@\u001b[22m',
      '\u001b[31m-\u001b[39m\u001b[31m\u001b[7ma\\u{1b}\u001b[27m\u001b[39m',
      '\u001b[32m+\u001b[39m\u001b[32m\u001b[7mb\u001b[27m\u001b[39m',
      ' c',
    ])
  })

  test('is the diff itself without colours, but for what is escaped or made visible', () => {
    const diff = unifiedDiff('a.md', '---\na\n--- b\n', '---\nc\n+++ b\n')
    expect(showDiff(diff, false)).toBe(diff)
  })
})
