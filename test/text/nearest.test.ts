import { expect, test } from 'vitest'
import { isSlipOf, nearestOf } from '../../src/text/nearest.ts'

const keys = [
  'source',
  'locales',
  'aliases',
  'layouts',
  'exclude',
  'extends',
  'rules',
  'parser',
  'slugs',
  'limits',
]
const severities = ['off', 'error', 'warning', 'info']
const rules = ['link-fragment', 'link-target', 'link-text', 'image-alt', 'table-shape']

test.each<[word: string, known: readonly string[], expected: string | undefined]>([
  ['surce', keys, 'source'],
  ['Source', keys, 'source'],
  ['rlues', keys, 'rules'],
  ['exclud', keys, 'exclude'],
  ['local', keys, 'locales'],
  ['warn', severities, 'warning'],
  ['err', severities, 'error'],
  ['inof', severities, 'info'],
  ['of', severities, 'off'],
  ['fragment', rules, 'link-fragment'],
  ['link-fragmnt', rules, 'link-fragment'],
  ['linktext', rules, 'link-text'],
  ['pl-pt', ['pl-pl', 'fr-fr'], 'pl-pl'],
  ['PL-PL', ['pl-pt', 'pl-pl'], 'pl-pl'],
  ['część-7', ['czesc-7', 'część-8'], 'część-8'],
  ['off', severities, 'off'],
  ['a', ['b', 'c'], undefined],
  ['ab', ['cd'], undefined],
  ['on', severities, undefined],
  ['', keys, undefined],
  ['banana', keys, undefined],
  ['surce', [], undefined],
  ['x'.repeat(100_000), ['x'.repeat(100_001)], undefined],
])('%s', (word, known, expected) => {
  expect(nearestOf(word, known)).toBe(expected)
})

test('the order of the known words does not matter', () => {
  for (const known of [
    ['cart', 'card', 'Care'],
    ['Care', 'card', 'cart'],
  ]) {
    expect(nearestOf('carx', known)).toBe('card')
    expect(nearestOf('care', known)).toBe('Care')
  }
})

test.each([
  ['server-setting', 'server-settings', true],
  ['sevrer', 'server', true],
  ['astro-dev', 'astro-add', false],
  ['ports', 'hosts', false],
  ['a'.repeat(300), 'a'.repeat(300), false],
])('a slip: %s, %s', (word, known, expected) => {
  expect(isSlipOf(word, known)).toBe(expected)
})
