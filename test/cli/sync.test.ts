import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runStatus } from '../../src/cli/sync/status.ts'
import { runSync } from '../../src/cli/sync/sync.ts'
import type { SyncOptions } from '../../src/cli/sync/run.ts'
import { filesBelow } from '../../src/io/ledger-files.ts'
import { folderOf } from '../support/command.ts'

const project = resolve(import.meta.dirname, '../..')
const seven = ['de-de', 'en-gb', 'es-es', 'it-it', 'nl-nl', 'pl-pl', 'pt-pt']
const two = ['de-de', 'pl-pl']

let root = ''
let days = 0

function git(...args: string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false']
  return execFileSync('git', [...identity, ...args], { cwd: root, encoding: 'utf8', stdio: 'pipe' })
}

/** Commits a day after the last one. */
function commit(): void {
  days++
  process.env.GIT_COMMITTER_DATE = `2026-01-01T00:00:00Z`.replace(
    '01-01',
    `01-${String(days).padStart(2, '0')}`,
  )
  git('add', '-A')
  git('commit', '-qm', 'a change', '--allow-empty')
}

function pathOf(locale: string): string {
  return `guides/android/guide.${locale}.md`
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

function change(path: string, from: string | RegExp, to: string): void {
  const text = read(path)
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  writeFileSync(join(root, path), changed)
}

async function sync(
  options: Partial<SyncOptions> = {},
): Promise<{ words: string; code: number; stderr: string }> {
  const { stdout, stderr, exitCode } = await runSync([], { cwd: root, color: false, ...options })
  return { words: stdout, code: exitCode, stderr }
}

/** The lines that a target lost and got since the last commit. */
function changedLines(path: string): number {
  return git('diff', '--numstat', '--', path).split('\t').slice(0, 1).map(Number)[0] ?? 0
}

/** A repository with one guide of the help centre, in French and some locales. */
function setUp(targets: readonly string[]): void {
  days = 0
  root = folderOf({})
  mkdirSync(join(root, 'guides'))
  cpSync(join(project, 'guides/android'), join(root, 'guides/android'), {
    recursive: true,
    filter: (path) =>
      !/guide\..*\.md$/.test(path) || ['fr-fr', ...targets].some((locale) => path.includes(locale)),
  })
  cpSync(join(project, 'hexapla.config.yaml'), join(root, 'hexapla.config.yaml'))
  git('init', '-q')
  commit()
}

describe('hexapla sync', () => {
  test('a corpus in step gets a ledger, and then nothing more', async () => {
    setUp(two)
    expect((await sync({ check: true })).code).toBe(0)
    expect(filesBelow(root, '.hexapla')).toEqual([])
    const { words } = await sync()
    expect(words).toContain('pl-pl  100 % up to date')
    const ledgers = filesBelow(root, '.hexapla/ledger')
    expect(ledgers).toHaveLength(two.length)
    commit()
    await sync()
    expect(git('status', '--porcelain')).toBe('')
  })

  test('what is no language reaches every locale in one run, and changes no state', async () => {
    setUp(seven)
    await sync()
    commit()
    const source = pathOf('fr-fr')
    change(source, 'www.ovhcloud.com/fr/mail/', 'www.ovhcloud.com/fr/webmail/')
    change(source, '| Port | 465 |', '| Port | 587 |')
    change(source, 'images/01-add-account.svg', 'images/01-add.svg')
    change(source, '/manager/){.external}', '/manager/){.external .new}')
    const { words } = await sync()
    expect(words).toContain('android  28 passages carried over in 7 locales')
    for (const locale of seven) {
      expect(words).toContain(`${locale}  100 % up to date\n`)
      expect(changedLines(pathOf(locale))).toBe(4)
      expect(read(pathOf(locale))).toContain('| 587 |')
    }
    expect(read(pathOf('pl-pl'))).toContain('www.ovhcloud.com/pl/webmail/')
    const after = git('diff')
    expect((await sync()).words).toContain('nothing to carry over')
    expect(git('diff')).toBe(after)
  })

  test('code that was carried over is in step, comments in words of their own included', async () => {
    setUp(two)
    const comments = { 'fr-fr': 'attendre', 'de-de': 'wait', 'pl-pl': 'czekaj' }
    for (const [locale, comment] of Object.entries(comments))
      writeFileSync(
        join(root, pathOf(locale)),
        `${read(pathOf(locale))}\n\`\`\`sh\nping a.example\nsleep 3 # ${comment}\n\`\`\`\n`,
      )
    await sync()
    commit()
    change(pathOf('fr-fr'), 'ping a.example', 'ping -c 3 -q b.example')
    const { words } = await sync()
    expect(words).toContain('android  2 passages carried over in 2 locales')
    for (const locale of two) expect(words).toContain(`${locale}  100 % up to date\n`)
    expect(words).not.toContain('fuzzy')
    expect(read(pathOf('pl-pl'))).toContain('ping -c 3 -q b.example\nsleep 3 # czekaj\n')
    expect((await sync({ check: true })).code).toBe(0)
  })

  test('what both sides changed is told with what it was and what it is', async () => {
    setUp(two)
    await sync()
    commit()
    change(pathOf('fr-fr'), 'images/01-add-account.svg', 'images/01-add.svg')
    change(pathOf('pl-pl'), 'images/01-add-account.svg', 'images/another.svg')
    const { words } = await sync()
    expect(words).toContain(
      '`images/01-add-account.svg` became `images/01-add.svg` in the source, and is another one here\n',
    )
    expect(read(pathOf('pl-pl'))).toContain('images/another.svg')
  })

  test('changed words make seven fuzzy, with the difference; a typo mended hides nothing; accepted, all is well', async () => {
    setUp(seven)
    await sync()
    commit()
    change(pathOf('fr-fr'), 'Comptez cinq minutes', 'Comptez dix bonnes minutes')
    const { words } = await sync()
    expect(words.match(/fuzzy, \d+ words/g)).toHaveLength(seven.length)
    expect(words).toContain('[-cinq-]{+dix bonnes+} minutes')
    expect(git('diff', '--stat', '--', 'guides')).toContain('1 file changed')
    commit()
    change(pathOf('pl-pl'), 'Gmail', 'Gmaill')
    expect((await sync({ locale: ['pl-pl'] })).words).toMatch(/fuzzy/)
    expect((await sync({ locale: ['pl-pl'], accept: true })).words).toContain('pl-pl  100 % up to date')
    expect((await sync({ check: true })).code).toBe(1)
    expect((await sync({ check: true, locale: ['pl-pl'] })).code).toBe(0)
    expect((await sync({ check: true, maxWords: 33 })).code).toBe(1)
    expect((await sync({ check: true, maxWords: 34 })).code).toBe(0)
    const { stdout } = await runStatus([], { cwd: root, color: false })
    expect(stdout).toContain('de-de')
    expect(stdout).toMatch(/ {2}android {2}34 words fuzzy(, for \d+ days?)?\n/)
    expect(stdout).toMatch(/pl-pl {2}100 % of \d+ words up to date\n/)
    expect((await runStatus([], { cwd: root, color: false })).stdout).toBe(stdout)
  })

  test('a new section stands in its place in all seven, and a removed one is gone except where it was edited', async () => {
    setUp(seven)
    await sync()
    commit()
    change(
      pathOf('fr-fr'),
      '## En cas de problème',
      '## Une section neuve\n\nVoyez le [tableau sortant](#courrier-sortant) encore une fois.\n\n## En cas de problème',
    )
    const { words } = await sync()
    expect(words).toContain('14 passages put in in 7 locales')
    for (const locale of seven) {
      const text = read(pathOf(locale))
      const headings = text.match(/^## .*$/gm) ?? []
      expect(headings[3]).toBe('## Une section neuve')
      const anchor = /^### (.*)$/gm
      const outgoing = [...text.matchAll(anchor)].map(([, title = '']) => title)[7] ?? ''
      expect(text).toContain(`(#${outgoing.toLowerCase().replaceAll(' ', '-')}) encore`)
      expect(words).toMatch(new RegExp(`${locale}  9\\d % up to date: \\d+ words untranslated`))
    }
    commit()
    change(pathOf('pl-pl'), 'Voyez le', 'Zobacz')
    commit()
    change(pathOf('fr-fr'), /## Une section neuve\n\n.*\n\n/, '')
    const second = await sync()
    for (const locale of seven)
      expect(read(pathOf(locale)).includes('encore une fois')).toBe(locale === 'pl-pl')
    expect(second.words).toContain('the source no longer has this')
  })

  test('git tells what an old corpus was made from, page by page and passage by passage', async () => {
    setUp(two)
    change(pathOf('fr-fr'), 'Comptez cinq minutes', 'Comptez dix bonnes minutes')
    commit()
    change(pathOf('de-de'), 'Gmail', 'Gmaill')
    commit()
    const { words } = await sync()
    expect(words.match(/fuzzy, \d+ words/g)).toHaveLength(two.length)
    expect(words).toContain('[-cinq-]{+dix bonnes+} minutes')
  })

  test('what could not be written is not told as done', async () => {
    setUp(two)
    await sync()
    commit()
    const was = read(pathOf('pl-pl'))
    change(pathOf('fr-fr'), 'images/04-incoming-server.svg', 'images/05-incoming-server.svg')
    chmodSync(join(root, pathOf('pl-pl')), 0o444)
    const refused = [{ path: pathOf('pl-pl'), reason: 'it is read-only' }]
    const plain = await sync()
    expect([plain.words, plain.code]).toEqual(['', 1])
    expect(plain.stderr).toContain(`${pathOf('pl-pl')} was not written: it is read-only\nNothing was written`)
    const { words } = await sync({ json: true })
    expect(JSON.parse(words)).toEqual({ version: 1, documents: [], leftOut: [], refused })
    expect(read(pathOf('pl-pl'))).toBe(was)
    expect((await sync({ check: true })).words).toContain('carried over')
  })

  test('a renamed guide keeps its ledger, and a damaged line costs that line', async () => {
    setUp(two)
    await sync()
    commit()
    change('.hexapla/ledger/pl-pl/android.jsonl', /^\{"source"/, '{"sauce"')
    renameSync(join(root, 'guides/android'), join(root, 'guides/gmail'))
    commit()
    change('guides/gmail/guide.fr-fr.md', 'Comptez cinq minutes', 'Comptez dix bonnes minutes')
    const { words } = await sync()
    expect(words.match(/fuzzy, \d+ words/g)).toHaveLength(two.length)
    expect(words).toContain('gmail.jsonl:1: Unexpected absence of `source`')
    expect(filesBelow(root, '.hexapla/ledger').every((path) => path.endsWith('/gmail.jsonl'))).toBe(true)
  })

  test('a new locale is made from the source', async () => {
    setUp(two)
    await sync()
    const { words } = await sync({ locale: ['ro-ro'] })
    expect(words).toContain('1 document made')
    expect(words).toContain('ro-ro  0 % up to date')
    expect(read(pathOf('ro-ro'))).toBe(read(pathOf('fr-fr')))
    expect((await sync({ locale: ['ro-ro'] })).words).toContain('nothing to carry over')
  })

  test('a derived locale follows by rule, and keeps what is its own through three changes', async () => {
    setUp(['en-gb'])
    const config = readFileSync(join(root, 'hexapla.config.yaml'), 'utf8')
    writeFileSync(
      join(root, 'hexapla.config.yaml'),
      `${config}derived:\n  en-us:\n    from: en-gb\n    words: { colour: color }\n    links: { https://www.ovhcloud.com/en-gb/: https://www.ovhcloud.com/en/ }\n`,
    )
    change(pathOf('en-gb'), '## What you need', 'Pick a Colour, any colour.\n\n## What you need')
    commit()
    await sync()
    const us = pathOf('en-us')
    expect(read(us)).toContain('Pick a Color, any color.')
    expect(read(us)).toContain('https://www.ovhcloud.com/en/mail/')
    change(us, '## What you need', 'Only here: call 1-800-555-0100.\n\n## What you need')
    for (const [from, to] of [
      ['Pick a Colour', 'Choose a colour'],
      ['any colour.', 'any colour at all.'],
      ['| Port | 465 |', '| Port | 587 |'],
    ] as const) {
      commit()
      change(pathOf('en-gb'), from, to)
      await sync()
    }
    expect(read(us)).toContain('Choose a color, any color at all.\n\nOnly here: call 1-800-555-0100.')
    expect(read(us)).toContain('| Port | 587 |')
    change(us, 'any color at all', 'whichever color you like')
    change(pathOf('en-gb'), 'any colour at all', 'one colour')
    const { words } = await sync()
    expect(words).toContain('which stands otherwise here')
    expect(read(us)).toContain('whichever color you like')
  })

  test('without git nothing is carried, but what is behind is known', async () => {
    setUp(two)
    await sync()
    renameSync(join(root, '.git'), join(root, '.hexapla/git'))
    change(pathOf('fr-fr'), 'Comptez cinq minutes', 'Comptez dix bonnes minutes')
    const { words } = await sync()
    expect(words.match(/fuzzy, \d+ words/g)).toHaveLength(two.length)
    expect(words).toContain('is not in this clone')
  })

  test('what cannot be is named', async () => {
    setUp(two)
    await expect(sync({ locale: ['pl-pll'] })).rejects.toThrow('expected `pl-pl`')
    await expect(sync({ locale: ['pl_PL'] })).rejects.toThrow('expected `pl-pl`')
    await expect(sync({ locale: ['pl'] })).rejects.toThrow('expected `pl-pl`; to have both, name it')
    await expect(sync({ accept: true, check: true })).rejects.toThrow('`--accept` beside `--check`')
    await expect(sync({ json: true, diff: true })).rejects.toThrow('`--json` beside `--diff`')
    await expect(sync({ since: 'nowhere' })).rejects.toThrow('Unexpected ref `nowhere`')
    await expect(sync({ maxWords: 3 })).rejects.toThrow('expected it beside `--check`')
  })

  test('a locale that is derived from one without documents has nothing to bring up to date', async () => {
    setUp(two)
    change('hexapla.config.yaml', /$/, 'derived:\n  en-us: { from: en-gb }\n')
    expect((await sync({ locale: ['en-us'] })).words).toBe('No target to bring up to date here\n')
  })
})
