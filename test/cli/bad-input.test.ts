import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCommand, folderOf, runCommand, type Entry, type Result } from '../support/command.ts'

const root = resolve(import.meta.dirname, '../..')
const guide = '---\ntitle: Mail\n---\n\n## Ports\n\nText.\n'
const mail = { 'mail/guide.en-gb.md': guide }

interface Case {
  readonly name: string
  readonly files?: Readonly<Record<string, Entry>>
  readonly args: readonly string[]
  /** 2 for what cannot be done; 1 for what is found in the files. */
  readonly code: 0 | 1 | 2
  /** What must stand in what is printed. */
  readonly says: string
}

const cases: readonly Case[] = [
  {
    name: 'a missing path',
    args: ['lint', 'mial'],
    code: 2,
    says: 'Unexpected path `mial`, expected `mail`',
  },
  {
    name: 'a missing path with none near it',
    args: ['lint', 'nowhere/at/all'],
    code: 2,
    says: 'Unexpected path `nowhere/at/all`, expected a file or folder that exists',
  },
  ...[['sync'], ['export', '--to', 'po']].map((words) => ({
    name: `a provider that nobody knows, with nothing to ask it: ${words.join(' ')}`,
    files: { ...mail, 'hexapla.config.yaml': 'source: en-gb\n' },
    args: [...words, '--provider', 'pseudoo'],
    code: 2 as const,
    says: 'Unexpected provider `pseudoo`, expected `pseudo`',
  })),
  { name: 'an unknown command', args: ['lnt'], code: 2, says: 'Unexpected command `lnt`, expected `lint`' },
  {
    name: 'an unknown option',
    args: ['lint', '--fixx'],
    code: 2,
    says: 'Unexpected option `--fixx`, expected `--fix`\nSee `hexapla lint --help`\n',
  },
  {
    name: 'an option without its value',
    args: ['lint', 'mail', '--config'],
    code: 2,
    says: 'Unexpected end behind `--config`, expected `<file>`',
  },
  {
    name: 'a number that is none',
    args: ['lint', '--max-warnings', 'few'],
    code: 2,
    says: 'Unexpected `few` behind `--max-warnings`, expected a whole number',
  },
  {
    name: 'a word too many',
    args: ['explain', 'link-text', 'mail'],
    code: 2,
    says: 'Unexpected `mail`, expected nothing more behind `explain`',
  },
  {
    name: 'an unknown format',
    args: ['export', '--to', 'htlm'],
    code: 2,
    says: 'Unexpected format `htlm`, expected `html`',
  },
  {
    name: 'an output folder among the guides',
    args: ['export', 'mail', '--output', 'mail/out'],
    code: 2,
    says: 'Unexpected output folder `mail/out`, expected one outside `mail`, where the guides are',
  },
  {
    name: 'an output folder that is a file',
    files: { ...mail, page: 'Text.\n' },
    args: ['export', 'mail', '--output', 'page/out'],
    code: 2,
    says: 'Unexpected output folder `page/out`, expected one that can be made: ',
  },
  {
    name: 'an address of a site that is none',
    args: ['export', '--to', 'site', '--base-url', 'javascript:alert(1)'],
    code: 2,
    says: 'Unexpected address `javascript:alert(1)`, expected one such as `https://help.example.com`',
  },
  {
    name: 'a folder to work in that is not there',
    args: ['lint', '--cwd', 'nowhere'],
    code: 2,
    says: 'Unexpected `nowhere` behind `--cwd`, expected a folder that exists',
  },
  {
    name: 'a ref where there is no repository',
    files: { ...mail, 'hexapla.config.yaml': 'source: en-gb\n' },
    args: ['sync', '--since', 'HEAD'],
    code: 2,
    says: 'outside any git repository, expected one inside',
  },
  {
    name: 'a file where the records are to lie',
    files: { ...mail, 'hexapla.config.yaml': 'source: en-gb\n', '.hexapla': 'Text.\n' },
    args: ['sync', '--locale', 'pl-pl'],
    code: 2,
    says: 'Unexpected file `.hexapla`, expected a folder',
  },
  ...[
    ['a baseline', 'lint', '--update-baseline'],
    ['what kits are made of', 'export', '--to', 'po', '--locale', 'pl-pl', '--output', 'kits'],
  ].map(([name = '', ...args]) => ({
    name: `a file where ${name} is to lie`,
    files: {
      'mail/guide.en-gb.md': '---\ntitle: Mail\n---\n\n![](a.png)\n',
      'hexapla.config.yaml': 'source: en-gb\n',
      '.hexapla': 'Text.\n',
    },
    args,
    code: 2 as const,
    says: 'Unexpected file `.hexapla`, expected a folder',
  })),
  {
    name: 'guides without a translation yet',
    files: { 'mail/guide.en-gb.md': '# Mail\n', 'hexapla.config.yaml': 'source: en-gb\n' },
    args: ['status'],
    code: 0,
    says: 'No target to count here; `hexapla sync --locale TAG` makes the documents of a locale',
  },
  {
    name: 'an unknown rule',
    args: ['lint', '--rule', 'link-fragmnt'],
    code: 2,
    says: 'Unexpected rule `link-fragmnt`, expected `link-fragment`',
  },
  {
    name: 'a path behind the rules',
    args: ['lint', '--rule', 'link-text', 'mail'],
    code: 2,
    says: 'paths stand before the options',
  },
  {
    name: 'an unknown rule to explain',
    args: ['explain', 'link-tet'],
    code: 2,
    says: 'Unexpected rule `link-tet`, expected `link-text`',
  },
  {
    name: 'an unknown locale',
    args: ['lint', '--locale', 'en-us'],
    code: 2,
    says: 'Unexpected locale `en-us`, expected `en-gb`',
  },
  {
    name: 'an unknown reporter',
    args: ['lint', '--reporter', 'jsn'],
    code: 2,
    says: 'Unexpected reporter `jsn`, expected `json`',
  },
  {
    name: 'a config that is not there',
    args: ['lint', '--config', 'none.yaml'],
    code: 2,
    says: 'Unexpected path `none.yaml` for `--config`, expected a file such as `hexapla.config.yaml`',
  },
  {
    name: 'a folder for a config',
    args: ['lint', '--config', 'mail'],
    files: { ...mail, 'mail/hexapla.config.yaml': '' },
    code: 2,
    says: 'Unexpected folder `mail` for `--config`, expected `mail/hexapla.config.yaml`',
  },
  {
    name: 'a config that is a folder',
    args: ['lint'],
    files: { ...mail, 'hexapla.config.yaml': { folder: true } },
    code: 2,
    says: 'Unexpected folder `hexapla.config.yaml`, expected a file',
  },
  {
    name: 'a config that is not UTF-8',
    args: ['lint'],
    files: { ...mail, 'hexapla.config.yaml': Uint8Array.of(0xff, 0xfe) },
    code: 2,
    says: 'Unexpected bytes in `hexapla.config.yaml`, expected UTF-8',
  },
  {
    name: 'broken YAML in the config',
    args: ['lint'],
    files: { ...mail, 'hexapla.config.yaml': 'source: [en\nrules: {}\n' },
    code: 2,
    says: 'hexapla.config.yaml:2:1  Unexpected YAML, expected valid one',
  },
  {
    name: 'a config key, a rule and a severity misspelt',
    args: ['lint'],
    files: {
      ...mail,
      'hexapla.config.yaml': 'surce: en-gb\nrules:\n  image-atl: error\n  link-text: eror\n',
    },
    code: 2,
    says: [
      'hexapla.config.yaml:1:1  Unexpected key `surce`, expected `source`',
      'hexapla.config.yaml:3:3  Unexpected rule `image-atl`, expected `image-alt`',
      'hexapla.config.yaml:4:14  Unexpected `eror`, expected `error`',
    ].join('\n'),
  },
  {
    name: 'broken YAML in front matter',
    args: ['lint'],
    files: { 'mail/guide.en-gb.md': '---\ntitle: Mail: ports\n---\n\nText.\n' },
    code: 1,
    says: 'Unexpected front matter, expected readable YAML',
  },
  {
    name: 'a file that is not UTF-8',
    args: ['lint'],
    files: { 'mail/guide.en-gb.md': Buffer.from('---\ntitle: Mail\n---\n\nCaf\xe9\n', 'latin1') },
    code: 1,
    says: 'Unexpected byte at offset 24 that is not UTF-8, expected UTF-8',
  },
  {
    name: 'a symbolic link out of the root',
    args: ['lint'],
    files: { ...mail, 'mail/guide.fr-fr.md': { link: process.execPath } },
    code: 1,
    says: 'Unexpected symbolic link to',
  },
  {
    name: 'a picture in the wrong case',
    args: ['lint'],
    files: {
      'mail/guide.en-gb.md': `${guide}\n![Ports](images/Ports.PNG)\n`,
      'mail/images/ports.png': '',
    },
    code: 1,
    says: 'Unexpected `images/Ports.PNG`, expected `images/ports.png`',
  },
  {
    name: 'an empty file',
    args: ['lint'],
    files: { 'mail/guide.en-gb.md': '' },
    code: 1,
    says: 'Unexpected empty document, expected front matter with `title`',
  },
  {
    name: 'a folder without guides',
    args: ['lint', 'empty'],
    files: { ...mail, empty: { folder: true } },
    code: 2,
    says: 'Unexpected `empty` without a Markdown document, expected files such as `mail/guide.fr-fr.md` in it',
  },
  {
    name: 'a file of another kind',
    args: ['lint', 'ports.txt'],
    files: { ...mail, 'ports.txt': '993' },
    code: 2,
    says: 'Unexpected `ports.txt` without a Markdown document, expected a file `.md` or `.mdx`, or a folder',
  },
]

const folders: string[] = []

function folderFor(files: Case['files'] = mail): string {
  const folder = folderOf(files)
  folders.push(folder)
  return folder
}

/** No trace of the program’s own code, and nothing of the kind that a program prints when it breaks. */
function expectPlainWords({ stdout, stderr }: Result): void {
  expect(stdout + stderr).not.toMatch(/^ +at |node:internal|Hexapla failed|\[object |undefined/m)
}

beforeAll(buildCommand, 120_000)
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('bad input has a clear message, the right exit code and no stack trace', () => {
  test.each(cases)('$name', async ({ files, args, code, says }) => {
    const result = await runCommand(args, folderFor(files))
    expect(code === 2 ? result.stderr : result.stdout).toContain(says)
    expect(code === 2 ? result.stdout : result.stderr).toBe('')
    expect(result.code).toBe(code)
    expectPlainWords(result)
  })

  test.skipIf(process.platform === 'win32')(
    'nothing of what a link out of the root leads to is shown',
    async () => {
      const outside = folderFor({ 'secret.md': 'A secret\n' })
      const link = { link: join(outside, 'secret.md') }
      const { stdout, code } = await runCommand(['lint'], folderFor({ ...mail, 'mail/guide.fr-fr.md': link }))
      expect(stdout).toContain('Unexpected symbolic link to')
      expect(stdout).not.toContain('A secret')
      expect(code).toBe(1)
    },
  )

  test.skipIf(process.platform === 'win32')('a pipe among the guides is waited for by nobody', async () => {
    const folder = folderFor()
    const pipe = join(folder, 'mail/guide.fr-fr.md')
    expect(spawnSync('sh', ['-c', 'mkfifo "$0"', pipe]).status).toBe(0)
    expect(await runCommand(['lint'], folder)).toMatchObject({ code: 0, stderr: '' })
    const named = await runCommand(['lint', 'mail/guide.fr-fr.md'], folder)
    expect(named.stderr).toContain('Unexpected `mail/guide.fr-fr.md`')
    expect(named.code).toBe(2)
  })

  test.skipIf(!existsSync('/dev/full'))('no room for what is printed', () => {
    const script = '"$0" "$1" lint > /dev/full'
    const args = ['-c', script, process.execPath, join(root, 'dist/cli/main.js')]
    const { status, stderr } = spawnSync('sh', args, { cwd: folderFor(), encoding: 'utf8' })
    expect(stderr).toBe(
      'Unexpected end of the room on the disk at `standard output`, expected some to be left\n',
    )
    expect(status).toBe(2)
  })

  const isRoot = process.getuid?.() === 0
  test
    .skipIf(isRoot || process.platform === 'win32')
    .each(['mail', 'mail/guide.en-gb.md', 'hexapla.config.yaml'])(
    'no permission to read %s',
    async (path) => {
      const folder = folderFor({ ...mail, 'hexapla.config.yaml': '' })
      chmodSync(join(folder, path), 0)
      const result = await runCommand(['lint'], folder)
      chmodSync(join(folder, path), 0o700)
      expect(result.stdout + result.stderr).toContain(path)
      expect(result.code).not.toBe(0)
      expectPlainWords(result)
    },
  )
})

describe('asked for help', () => {
  const helps: readonly (readonly [args: readonly string[], code: number, says: RegExp])[] = [
    [[], 2, /^Usage: hexapla \[options\] \[command\]/],
    [['--help'], 0, /^Usage: hexapla \[options\] \[command\]/],
    [['lint', '--help'], 0, /^Usage: hexapla lint[\s\S]*Examples:[\s\S]*Exit codes:/],
    [['help', 'explain'], 0, /^Usage: hexapla explain/],
    [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
    [['explain'], 0, /^link-fragment +error +A fragment/m],
  ]
  test.each(helps)('hexapla %j', async (args, code, says) => {
    const { stdout, stderr, code: left } = await runCommand(args, folderFor())
    expect(code === 0 ? stdout : stderr).toMatch(says)
    expect(code === 0 ? stderr : stdout).toBe('')
    expect(left).toBe(code)
  })
})

test('a reader that has seen enough is no failure', async () => {
  const folder = folderFor({ 'mail/guide.en-gb.md': `${guide}\n${'## A heading\nText.\n'.repeat(3000)}` })
  const { stderr, code } = await runCommand(['lint', '--json'], folder, { closeAfter: 100 })
  expect(stderr).toBe('')
  expect(code).not.toBe(2)
})
