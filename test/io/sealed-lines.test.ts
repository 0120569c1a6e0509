import { appendFileSync, mkdtempSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSealed, writeSealed } from '../../src/io/sealed-lines.ts'

const folder = mkdtempSync(join(tmpdir(), 'hexapla-sealed-'))
const path = join(folder, 'a', 'file')
const lines = ['one', '', 'zażółć', 'x'.repeat(100_000)]

function read(): string[] | undefined {
  return readSealed(path)?.map(String)
}

test('lines come back as they were written', () => {
  writeSealed(path, lines)
  expect(read()).toEqual(lines)
  writeSealed(path, [])
  expect(read()).toEqual([])
  expect(readdirSync(join(folder, 'a'))).toEqual(['file'])
})

test('a file that is not there has none', () => {
  expect(readSealed(join(folder, 'none'))).toBeUndefined()
})

test.each<[string, () => void]>([
  [
    'cut',
    () => {
      truncateSync(path, readFileSync(path).length - 1)
    },
  ],
  [
    'cut in the middle',
    () => {
      truncateSync(path, 50)
    },
  ],
  [
    'longer',
    () => {
      appendFileSync(path, 'x')
    },
  ],
  [
    'another',
    () => {
      writeFileSync(path, 'a stranger’s words\n')
    },
  ],
  [
    'empty',
    () => {
      writeFileSync(path, '')
    },
  ],
  [
    'changed',
    () => {
      writeFileSync(path, readFileSync(path, 'utf8').replace('one', 'two'))
    },
  ],
])('a file that is %s is none', (_, damage) => {
  writeSealed(path, lines)
  damage()
  expect(read()).toBeUndefined()
})
