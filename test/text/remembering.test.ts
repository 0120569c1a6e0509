import { expect, test } from 'vitest'
import { remembering, rememberingOf } from '../../src/text/remembering.ts'

test('each answer is found once, one that is undefined, too', () => {
  const asked: string[] = []
  const lengthOf = remembering((word) => {
    asked.push(word)
    return word === '' ? undefined : word.length
  })
  expect(['pl', 'pl', '', 'fr-fr', ''].map(lengthOf)).toEqual([2, 2, undefined, 5, undefined])
  expect(asked).toEqual(['pl', '', 'fr-fr'])
})

test('what follows from an object is made once, and anew for another one like it', () => {
  let made = 0
  const sumOf = rememberingOf((numbers: readonly number[]) => {
    made++
    return { sum: numbers.length }
  })
  const one = [1, 2]
  expect([sumOf(one), sumOf(one), sumOf([1, 2])]).toEqual([{ sum: 2 }, { sum: 2 }, { sum: 2 }])
  expect(made).toBe(2)
})
