import { mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { FactsFile, type Slot } from '../../src/io/facts-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'hexapla-facts-'))
const open: FactsFile[] = []
let count = 0

function fileAt(old?: string): { file: FactsFile; fresh: string } {
  const fresh = join(folder, String(count++))
  const file = new FactsFile(old, fresh)
  open.push(file)
  return { file, fresh }
}

/** A file of some words, and where they lie. */
function fileOf(words: readonly string[]): { path: string; slots: readonly Slot[] } {
  const { file, fresh } = fileAt()
  const { slots } = file.keep(words.map((word) => file.add(Buffer.from(word))))
  return { path: fresh, slots }
}

function wordsIn(file: FactsFile, slots: readonly Slot[]): (string | undefined)[] {
  return slots.map((slot) => {
    const bytes = file.get(slot)
    return bytes && Buffer.from(bytes).toString()
  })
}

afterEach(() => {
  for (const file of open.splice(0)) file.close()
})

test('what was added is there at once, and for the next run', () => {
  const { file, fresh } = fileAt()
  const slots = ['one', 'two'].map((word) => file.add(Buffer.from(word)))
  expect(wordsIn(file, slots)).toEqual(['one', 'two'])
  const kept = file.keep(slots)
  expect(kept.file).toBe('fresh')
  expect(wordsIn(fileAt(fresh).file, kept.slots)).toEqual(['one', 'two'])
})

test('a little more is added to the old file, by each of two runs', () => {
  const { path, slots } = fileOf(['one two three four'])
  const [a, b] = [fileAt(path), fileAt(path)]
  const keptByA = a.file.keep([...slots, a.file.add(Buffer.from('five'))])
  const keptByB = b.file.keep([b.file.add(Buffer.from('six')), ...slots])
  expect([keptByA.file, keptByB.file]).toEqual(['old', 'old'])
  const { file } = fileAt(path)
  expect(wordsIn(file, keptByA.slots)).toEqual(['one two three four', 'five'])
  expect(wordsIn(file, keptByB.slots)).toEqual(['six', 'one two three four'])
})

test('where much is new, or much is dead, a fresh file takes all that is alive', () => {
  const { path, slots } = fileOf(['one', 'two'])
  const a = fileAt(path)
  const kept = a.file.keep([...slots.slice(1), a.file.add(Buffer.from('three'))])
  expect(kept.file).toBe('fresh')
  expect(wordsIn(fileAt(a.fresh).file, kept.slots)).toEqual(['two', 'three'])

  const large = fileOf(['alive', 'x'.repeat(2 * 1024 * 1024)])
  const b = fileAt(large.path)
  const keptAlive = b.file.keep([...large.slots.slice(0, 1), b.file.add(Buffer.from('new'))])
  expect(keptAlive.file).toBe('fresh')
  expect(statSync(b.fresh).size).toBe('alivenew'.length)
})

test('bytes that are damaged or gone are not there', () => {
  const { path, slots } = fileOf(['one two three'])
  writeFileSync(path, readFileSync(path).toString().replace('two', 'tow'))
  expect(wordsIn(fileAt(path).file, slots)).toEqual([undefined])
  writeFileSync(path, 'one')
  expect(wordsIn(fileAt(path).file, slots)).toEqual([undefined])
  expect(wordsIn(fileAt(join(folder, 'none')).file, slots)).toEqual([undefined])
})

test('what is not kept leaves nothing behind', () => {
  const { file, fresh } = fileAt()
  file.add(Buffer.from('one'))
  file.close()
  open.pop()
  expect(readdirSync(folder)).not.toContain(fresh.slice(folder.length + 1))
})
