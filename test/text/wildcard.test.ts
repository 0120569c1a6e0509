import { expect, test } from 'vitest'
import { isLike } from '../../src/text/wildcard.ts'

test.each([
  ['CP-NAV-START:web', 'CP-NAV-START*', true],
  ['cp-nav-start', 'CP-NAV-START*', true],
  ['CP-NAV-END', 'CP-NAV-START*', false],
  ['This page was translated by a machine.', '*translated by a machine*', true],
  ['abc', 'abc', true],
  ['abcd', 'abc', false],
  ['ab', 'ab*ab', false],
  ['abab', 'ab*ab', true],
  ['aXbXc', 'a*b*c', true],
  ['aXcXb', 'a*b*c', false],
  ['', '*', true],
  ['a', '', false],
  ['a.c', 'a?c', false],
])('%j is like %j: %s', (text, pattern, expected) => {
  expect(isLike(text, pattern)).toBe(expected)
})

test('many stars take no time', () => {
  const start = performance.now()
  expect(isLike('a'.repeat(20_000), `${'*a'.repeat(500)}*b`)).toBe(false)
  expect(performance.now() - start).toBeLessThan(500)
})
