import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { beadCacheOf } from '../../src/io/bead-cache.ts'
import { LineCache } from '../../src/io/line-cache.ts'

const folder = mkdtempSync(join(tmpdir(), 'hexapla-lines-'))

afterAll(() => {
  rmSync(folder, { recursive: true })
})

const [a = '', b = '', c = ''] = ['a', 'b', 'c'].map((each) => each.repeat(64))

test('lines stay from one run to the next, those too that a run does not ask for', () => {
  const first = new LineCache(folder, 'lines')
  expect(first.get(a)).toBeUndefined()
  first.set(a, 'zażółć')
  first.set(b, '')
  first.save()
  const second = new LineCache(folder, 'lines')
  expect(second.get(a)).toBe('zażółć')
  second.set(c, 'new')
  second.save()
  const third = new LineCache(folder, 'lines')
  expect([a, b, c].map((each) => third.get(each))).toEqual(['zażółć', '', 'new'])
})

test('of lines that nobody asks for, those go first that were not asked for longest', () => {
  const room = 2 * 64 + 2
  for (const [name, line] of [
    [a, '1'],
    [b, '2'],
    [c, '3'],
    ['d'.repeat(64), '4'],
  ] as const) {
    const cache = new LineCache(folder, 'few', room)
    cache.set(name, line)
    cache.save()
  }
  const cache = new LineCache(folder, 'few', room)
  expect([a, b, c].map((each) => cache.get(each))).toEqual([undefined, '2', '3'])
})

test('a damaged file holds nothing, and a run that has nothing new writes nothing', () => {
  const path = join(folder, 'lines')
  writeFileSync(path, readFileSync(path, 'utf8').replace('new', 'old'))
  const cache = new LineCache(folder, 'lines')
  expect(cache.get(c)).toBeUndefined()
  cache.save()
  expect(readFileSync(path, 'utf8')).toContain('old')
})

test('each guide has its beads in a file of its own', () => {
  for (const guide of ['mail/phone', '../mail', 'mail/phone']) {
    const cache = beadCacheOf(folder, guide)
    cache.set(a, guide)
    cache.save()
  }
  expect(readdirSync(join(folder, 'beads'))).toHaveLength(2)
  expect(beadCacheOf(folder, '../mail').get(a)).toBe('../mail')
  expect(existsSync(join(folder, '.gitignore'))).toBe(true)
})
