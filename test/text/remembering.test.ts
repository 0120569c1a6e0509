import { expect, test } from 'vitest'
import { remembering } from '../../src/text/remembering.ts'

test('each answer is found once, one that is undefined, too', () => {
  const asked: string[] = []
  const lengthOf = remembering((word) => {
    asked.push(word)
    return word === '' ? undefined : word.length
  })
  expect(['pl', 'pl', '', 'fr-fr', ''].map(lengthOf)).toEqual([2, 2, undefined, 5, undefined])
  expect(asked).toEqual(['pl', '', 'fr-fr'])
})
