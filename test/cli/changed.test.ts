import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { folderOf } from '../support/command.ts'
import { runHere } from '../support/in-process.ts'

const heading = '---\ntitle: Phone\nslug: phone\n---\n\n'
/** Each document has a finding of its own from the start, which no change brought. */
const files = {
  'mail/guide.en-gb.md':
    '---\ntitle: Mail\nslug: mail\n---\n\nThe the.\n\n[Ports](../phone/guide.en-gb.md#ports)\n',
  'mail/guide.de-de.md': '---\ntitle: Post\nslug: post\n---\n\nDie die.\n\n[Weg](gone.md)\n',
  'phone/guide.en-gb.md': `${heading}## Ports\n\nThe the.\n\n![A](images/1.png)\n`,
  'phone/guide.de-de.md': '---\ntitle: Telefon\nslug: telefon\n---\n\nDie die.\n\n![A](images/1.png)\n',
  'phone/images/1.png': '',
}
let folder = ''

function git(...args: readonly string[]): void {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false']
  const { status, stderr } = spawnSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

function change(changes: Readonly<Record<string, string | undefined>>): void {
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) rmSync(join(folder, path))
    else {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
  }
}

/** `path rule` of what is told, without words on how many. */
async function told(...args: readonly string[]): Promise<string[]> {
  const { stdout, stderr } = await runHere(['lint', '--json', '--changed', ...args], folder)
  if (stderr !== '') throw new Error(stderr)
  const { messages } = JSON.parse(stdout) as { messages: { path: string; ruleId: string }[] }
  return messages.map(({ path, ruleId }) => `${path} ${ruleId}`)
}

beforeEach(() => {
  folder = folderOf({ ...files, 'hexapla.config.yaml': 'extends: strict\nsource: en-gb\n' })
  git('init', '--quiet', '--initial-branch=main')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'Begin')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('lint --changed', { timeout: 60_000 }, () => {
  const phone = files['phone/guide.en-gb.md']
  test.each<[string, Readonly<Record<string, string | undefined>>, string[]]>([
    ['nothing', {}, []],
    [
      'words: all of that document',
      { 'phone/guide.en-gb.md': `${phone}\nMore.\n` },
      ['phone/guide.en-gb.md repeated-words'],
    ],
    [
      'an anchor: what names it',
      { 'phone/guide.en-gb.md': phone.replace('Ports', 'Servers') },
      ['mail/guide.en-gb.md link-fragment', 'phone/guide.en-gb.md repeated-words'],
    ],
    [
      'a slug: who has it, too',
      { 'phone/guide.en-gb.md': phone.replace('slug: phone', 'slug: mail') },
      [
        'mail/guide.en-gb.md slug-unique',
        'phone/guide.en-gb.md slug-unique',
        'phone/guide.en-gb.md repeated-words',
      ],
    ],
    [
      'a document that goes: what led there, and the picture that nobody shows',
      {
        'phone/guide.en-gb.md': undefined,
        'phone/guide.de-de.md': '---\ntitle: Telefon\nslug: telefon\n---\n\nText.\n',
      },
      ['mail/guide.en-gb.md link-target', 'phone/images/1.png image-unused'],
    ],
    [
      'a picture that goes',
      { 'phone/images/1.png': undefined },
      ['phone/guide.de-de.md image-target', 'phone/guide.en-gb.md image-target'],
    ],
    ['a picture that comes', { 'phone/images/2.png': '' }, ['phone/images/2.png image-unused']],
    [
      'a document that comes',
      { 'new/guide.en-gb.md': '---\ntitle: New\n---\n\nThe the.\n' },
      ['new/guide.en-gb.md repeated-words'],
    ],
    ['a document that makes a link work', { 'mail/gone.md': '---\ntitle: Gone\n---\n\nText.\n' }, []],
    ['what is no document, hidden or left out', { 'notes.txt': 'a', '.github/a.md': 'The the.\n' }, []],
  ])('of %s', async (_, changes, expected) => {
    change(changes)
    const found = await told()
    expect(found.filter((each) => !/ (?:front-matter|heading|structure-parity)/.test(each))).toEqual(expected)
    // From the cache alone.
    expect(await told()).toEqual(found)
    expect(await told('HEAD', '--no-cache')).toEqual(found)
  })

  test('of a config: everything', async () => {
    change({ 'hexapla.config.yaml': 'extends: strict\nsource: en-gb\n# So.\n' })
    expect((await told()).length).toBeGreaterThan(2)
    const { stdout } = await runHere(['lint', '--changed'], folder)
    expect(stdout).toContain('`hexapla.config.yaml` has changed, and so every document counts')
  })

  test('of a glossary: everything', async () => {
    change({ 'guides/glossary.yaml': 'terms: {}\n' })
    const { stdout } = await runHere(['lint', '--changed'], folder)
    expect(stdout).toContain('`guides/glossary.yaml` has changed, and so every document counts')
  })

  test('of a branch, in paths and locales that were asked for', async () => {
    git('checkout', '--quiet', '-b', 'proposal')
    change({ 'phone/guide.en-gb.md': phone.replace('Ports', 'Servers') })
    git('commit', '--quiet', '--all', '--message', 'Change')
    expect(await told()).toEqual([])
    expect(await told('main')).toContain('mail/guide.en-gb.md link-fragment')
    expect(await told('main', '--locale', 'de-de')).toEqual(['phone/guide.de-de.md structure-parity'])
    const { stdout } = await runHere(['lint', 'mail', '--changed', 'main', '--reporter', 'compact'], folder)
    expect(stdout).toMatch(/^mail\/guide\.en-gb\.md.*\[link-fragment\]\n1 (?:error|warning)\n$/)
  })

  test('keeps to the baseline, and says nothing wrong of it', async () => {
    await runHere(['lint', '--update-baseline'], folder)
    change({ 'phone/guide.en-gb.md': phone.replace('Ports', 'Servers') })
    const { stdout } = await runHere(['lint', '--changed'], folder)
    expect(stdout).toContain('link-fragment')
    expect(stdout).not.toContain('gone')
    expect(stdout).not.toMatch(/repeated-words/)
  })

  test.each<[string, readonly string[], string]>([
    ['a ref that is none', ['--changed', 'mian'], 'Unexpected ref `mian`, expected `main`'],
    ['a path in its place', ['--changed', 'mail'], '; paths stand before the options, or behind `--`'],
    [
      'a baseline at once',
      ['--changed', '--update-baseline'],
      'Unexpected `--update-baseline` beside `--changed`',
    ],
    [
      'a watch',
      ['--changed', '--watch'],
      'Unexpected `--watch` beside `--changed`, expected one or the other',
    ],
    ['repairs', ['--changed', '--fix'], 'Unexpected `--fix` beside `--changed`, expected one or the other'],
  ])('refuses %s', async (_, args, words) => {
    const { code, stderr } = await runHere(['lint', ...args], folder)
    expect(code).toBe(2)
    expect(stderr).toContain(words)
  })
})
