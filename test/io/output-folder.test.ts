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
  await folder.putAll(
    Array.from({ length: 40 }, (_, page) => ({ path: `deep/er/${page}.html`, data: `page ${page}` })),
  )
  await folder.writeManifest({ ...(inputs !== undefined && { inputs }), documents: 40, locales: 1 })
  return folder
}

test('many writes at once all arrive, and a second run writes none', async () => {
  expect((await made()).written).toBe(40)
  expect((await made()).written).toBe(0)
  expect(readFileSync(join(root, 'out/deep/er/39.html'), 'utf8')).toBe('page 39')
})

test('of two formats that make one file in two ways the second is refused', async () => {
  const folder = await made()
  await folder.putAll([{ path: 'deep/er/0.html', data: 'page 0' }])
  expect(folder.made.length).toBe(40)
  await expect(folder.putAll([{ path: 'deep/er/0.html', data: 'otherwise' }])).rejects.toThrow(
    '`deep/er/0.html` was made by another format already',
  )
  expect(readFileSync(join(root, 'out/deep/er/0.html'), 'utf8')).toBe('page 0')
})

test('a path that leads out is refused', async () => {
  const folder = new OutputFolder(join(root, 'out'))
  await folder.open()
  const files = [
    { path: '../above.html', data: 'x' },
    { path: 'within.html', data: 'x' },
  ]
  await expect(folder.putAll(files)).rejects.toThrow('`../above.html` leads out of the output folder')
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

test('inputs are documents, pictures and choices, and nothing else', async () => {
  const hash = (): string => inputsHash(root, [], { choices: { to: ['html'] }, output: join(root, 'out') })
  writeFileSync(join(root, 'guide.en-gb.md'), 'a')
  const first = hash()
  writeFileSync(join(root, 'notes.txt'), 'a')
  const withFile = hash()
  writeFileSync(join(root, 'notes.txt'), 'b')
  expect(hash()).toBe(withFile)
  writeFileSync(join(root, 'guide.en-gb.md'), 'b')
  const last = hash()
  await made()
  writeFileSync(join(root, 'out/picture.png'), 'made by a run')
  expect(hash()).toBe(last)
  expect(
    new Set([
      first,
      withFile,
      last,
      inputsHash(root, [], { choices: { to: ['pdf'] }, output: join(root, 'out') }),
    ]).size,
  ).toBe(4)
})
