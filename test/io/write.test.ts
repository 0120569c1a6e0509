import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { writePatches } from '../../src/io/write.ts'
import { hashOf, type Patch } from '../../src/text/edit.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hexapla-write-'))
})

function patch(path: string, text: string): Patch {
  return { path, base: hashOf(text), edits: [{ range: { start: 0, end: 1 }, text: 'X' }] }
}

describe('writePatches', () => {
  test('writes the edits and nothing else, and leaves no temporary file', async () => {
    const text = '\uFEFFa\r\nb'
    writeFileSync(join(root, 'a.md'), text)
    const edits = [{ range: { start: 4, end: 5 }, text: 'ł' }]
    const result = await writePatches(root, [{ path: 'a.md', base: hashOf(text), edits }])
    expect(result).toEqual({ written: ['a.md'], refused: [] })
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('\uFEFFa\r\nł')
    expect(readdirSync(root)).toEqual(['a.md'])
  })

  test('refuses a text that has changed meanwhile', async () => {
    writeFileSync(join(root, 'a.md'), 'changed')
    const result = await writePatches(root, [patch('a.md', 'as it was')])
    expect(result.refused).toEqual([{ path: 'a.md', reason: 'it has changed meanwhile' }])
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('changed')
  })

  test('refuses what is not there, and goes on', async () => {
    writeFileSync(join(root, 'b.md'), 'b')
    const result = await writePatches(root, [patch('a.md', 'a'), patch('b.md', 'b')])
    expect(result.written).toEqual(['b.md'])
    expect(result.refused.map(({ path }) => path)).toEqual(['a.md'])
  })

  test.skipIf(process.platform === 'win32')('keeps the mode', async () => {
    writeFileSync(join(root, 'a.md'), 'a')
    chmodSync(join(root, 'a.md'), 0o754)
    await writePatches(root, [patch('a.md', 'a')])
    expect(statSync(join(root, 'a.md')).mode & 0o777).toBe(0o754)
  })

  test.skipIf(process.platform === 'win32')(
    'writes through no symbolic link, of a file or of a folder',
    async () => {
      const outside = mkdtempSync(join(tmpdir(), 'hexapla-outside-'))
      writeFileSync(join(outside, 'a.md'), 'a')
      symlinkSync(join(outside, 'a.md'), join(root, 'link.md'))
      symlinkSync(outside, join(root, 'folder'))
      mkdirSync(join(root, 'own'))
      const result = await writePatches(root, [patch('link.md', 'a'), patch('folder/a.md', 'a')])
      expect(result.refused).toEqual([
        { path: 'link.md', reason: 'it is a symbolic link' },
        { path: 'folder/a.md', reason: 'it lies outside the root' },
      ])
      expect(readFileSync(join(outside, 'a.md'), 'utf8')).toBe('a')
    },
  )
})
