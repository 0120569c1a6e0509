import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inputsHash } from '../../src/io/inputs-hash.ts'
import { OutputFolder } from '../../src/io/output-folder.ts'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(realpathSync(tmpdir()), 'hexapla-output-'))
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

async function made(inputs?: string): Promise<OutputFolder> {
  const folder = new OutputFolder(join(root, 'out'))
  await folder.open()
  for (let page = 0; page < 40; page++) await folder.put(`deep/er/${page}.html`, `page ${page}`)
  await folder.settle()
  await folder.writeManifest({ ...(inputs !== undefined && { inputs }), documents: 40, locales: 1 })
  return folder
}

test('many writes at once all arrive, and a second run writes none', async () => {
  expect((await made()).written).toBe(40)
  expect((await made()).written).toBe(0)
  expect(readFileSync(join(root, 'out/deep/er/39.html'), 'utf8')).toBe('page 39')
})

test('a path that leads out is refused when all has settled', async () => {
  const folder = new OutputFolder(join(root, 'out'))
  await folder.open()
  await folder.put('../above.html', 'x')
  await expect(folder.settle()).rejects.toThrow('`../above.html` leads out of the output folder')
})

test.each([
  ['the same inputs and files', 'a', () => undefined, true],
  ['other inputs', 'b', () => undefined, false],
  [
    'a file that was changed',
    'a',
    () => {
      writeFileSync(join(root, 'out/deep/er/7.html'), 'x')
    },
    false,
  ],
  [
    'a file that is gone',
    'a',
    () => {
      rmSync(join(root, 'out/deep/er/7.html'))
    },
    false,
  ],
  [
    'a manifest cut short',
    'a',
    () => {
      writeFileSync(join(root, 'out/manifest.json'), '{"version":1')
    },
    false,
  ],
])('%s', async (_, inputs, change, isMade) => {
  await made('a')
  change()
  const manifest = await new OutputFolder(join(root, 'out')).madeFrom(inputs)
  expect(manifest?.files.length).toBe(isMade ? 40 : undefined)
})

test('inputs are documents, pictures and choices, and nothing else', () => {
  const hash = (): string => inputsHash(root, [], { to: ['html'] })
  writeFileSync(join(root, 'guide.en-gb.md'), 'a')
  const first = hash()
  writeFileSync(join(root, 'notes.txt'), 'a')
  const withFile = hash()
  writeFileSync(join(root, 'notes.txt'), 'b')
  expect(hash()).toBe(withFile)
  writeFileSync(join(root, 'guide.en-gb.md'), 'b')
  expect(new Set([first, withFile, hash(), inputsHash(root, [], { to: ['pdf'] })]).size).toBe(4)
})
