import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runInit } from '../../src/cli/init.ts'
import { runLint } from '../../src/cli/lint/lint.ts'
import type { Config } from '../../src/corpus/config.ts'
import { configOf } from '../support/corpus.ts'

const sites = join(import.meta.dirname, '../fixtures/presets')
const name = 'hexapla.config.yaml'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hexapla-init-'))
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** What a config says of a site, in short. */
function told({ extends: names, source, locales, layouts, slugs }: Config): unknown {
  const lines = layouts.map(({ files, url, base }) => [files, url, base].filter(Boolean).join(' '))
  return { extends: names.join(), source, locales: locales.join(' '), layouts: lines, slugs }
}

describe('a site is known by looking, and linted by what was found', () => {
  test.each<[site: string, more: Readonly<Record<string, string>>, expected: unknown]>([
    [
      'help-centre',
      {},
      {
        extends: 'help-centre',
        source: 'fr-fr',
        locales: 'fr-fr',
        layouts: ['guides/{guide}/{type}.{locale}.md'],
        slugs: 'transliterated',
      },
    ],
    [
      'hugo',
      { 'hugo.toml': 'baseURL = "https://example.org/"\ndefaultContentLanguage = "en"\n' },
      {
        extends: 'hugo',
        source: 'en',
        locales: 'en',
        layouts: ['content/{locale}/{guide}.md /{locale}/{guide}/', 'content/{guide}.md /{guide}/'],
        slugs: 'github',
      },
    ],
    [
      'docusaurus',
      {
        'docusaurus.config.js': "module.exports = { i18n: { defaultLocale: 'en', locales: ['en', 'fr'] } }\n",
      },
      {
        extends: 'docusaurus',
        source: 'en',
        locales: 'en',
        layouts: [
          'i18n/{locale}/docusaurus-plugin-content-docs/current/{guide}.md /{locale}/docs/{guide}/ /{locale}/',
          'docs/{guide}.md /docs/{guide}/',
        ],
        slugs: 'github',
      },
    ],
    [
      'starlight',
      { 'astro.config.mjs': "export default { integrations: [starlight({ defaultLocale: 'en' })] }\n" },
      {
        extends: 'starlight',
        source: 'en',
        locales: 'en',
        layouts: [
          'src/content/docs/{locale}/{guide}.mdx /{locale}/{guide}/',
          'src/content/docs/{guide}.mdx /{guide}/',
        ],
        slugs: 'github',
      },
    ],
    [
      'mkdocs',
      {
        'mkdocs.yml':
          'plugins:\n  - i18n:\n      languages:\n        - locale: fr\n          name: Français\n        - locale: en\n          name: English\n          default: true\n',
      },
      {
        extends: 'mkdocs',
        source: 'en',
        locales: 'en',
        layouts: ['docs/{guide}.{locale}.md /{locale}/{guide}/', 'docs/{guide}.md /{guide}/'],
        slugs: 'python-markdown',
      },
    ],
    [
      'mdn',
      {},
      {
        extends: 'mdn',
        source: 'en-us',
        locales: 'en-us fr',
        layouts: ['files/{locale}/{guide}/index.md'],
        slugs: 'mdn',
      },
    ],
  ])('%s', async (site, more, expected) => {
    cpSync(join(sites, site), root, { recursive: true })
    rmSync(join(root, name))
    if (site === 'mkdocs') rmSync(join(root, 'docs/de'), { recursive: true })
    for (const [path, text] of Object.entries({ ...more, 'README.md': '# Read me\n' })) put(path, text)
    const { stdout, exitCode } = await runInit(undefined, { cwd: root, color: false })
    expect(stdout).toMatch(/^Wrote `hexapla\.config\.yaml`\./)
    expect(exitCode).toBe(0)
    const config = configOf(read(name))
    expect(told(config)).toEqual(expected)
    expect(config.exclude).toEqual(['/README.md'])

    const linted = await runLint([], { cwd: root, color: false, reporter: 'json' })
    const { messages, summary } = JSON.parse(linted.stdout) as {
      messages: { path: string }[]
      summary: { documents: number }
    }
    expect(messages.length).toBeGreaterThan(0)
    expect(messages.map(({ path }) => path)).not.toContain('README.md')
    expect(summary.documents).toBeGreaterThan(1)
    expect(await drafted()).toBe(read(name))
  })
})

async function drafted(): Promise<string> {
  return (await runInit(undefined, { cwd: root, color: false, dryRun: true })).stdout
}

const page = '---\ntitle: Mail\n---\n\nText.\n'

test('of locales that are equally full, the one that was there first is the source, and it is said to be a guess', async () => {
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
      cwd: root,
      env: { ...process.env, GIT_COMMITTER_DATE: date },
    })
  let date = '2026-01-01T00:00:00Z'
  git('init', '-q')
  for (const [locale, day] of Object.entries({ pl: '02', en: '03', fr: '03' })) {
    for (const guide of ['mail', 'dns']) put(`content/${locale}/${guide}.md`, page)
    date = `2026-01-${day}T00:00:00Z`
    git('add', '-A')
    git('commit', '-qm', locale)
  }
  const { stdout } = await runInit(undefined, { cwd: root, color: false })
  expect(read(name)).toContain('; in 2 of 2 guides this one was there first\nsource: pl\n')
  expect(stdout).toContain(
    '`source: pl` is a guess: name another locale there if the others are made from that.\n',
  )
})

test('each choice says why', async () => {
  put('content/en/mail.md', page)
  put('content/fr/mail.md', page)
  put('static/img/x.png', '')
  put('notes/todo.md', page)
  put('.markdownlint.json', '{ "MD045": false, "MD013": { "line_length": 100 }, "a\\nb: c": 1 }')
  const text = await drafted()
  expect(text).toContain(
    '# A guess: 2 locales have all but the same number of documents, and none was there first\nsource: en\n',
  )
  expect(text).toContain('  - en # 1 document\n  - fr # 1 document\n')
  expect(text).toContain(
    '  # 2 documents, in folders named by locale\n  - files: content/{locale}/{guide}.md\n',
  )
  expect(text).toContain('exclude:\n  - /notes/\n')
  expect(text).toContain('  image-alt: off # MD045\n')
  expect(text).toContain('# Not taken over: `.markdownlint.json`: `MD013`, `a b: c`\n')
})

test('a site that is like no other', async () => {
  put('wiki/en/mail.md', '# Mail\n\nSee [the web](/en/web/#a-b).\n')
  put('wiki/en/web.md', '# Web\n\n## A b\n\nText.\n')
  put('wiki/fr/mail.md', '# Courriel\n\nTexte.\n')
  const config = configOf(await drafted())
  expect(told(config)).toEqual({
    extends: 'recommended',
    source: 'en',
    locales: 'en',
    layouts: ['wiki/{locale}/{guide}.md /{locale}/{guide}/'],
    slugs: 'github',
  })
  expect(config.frontMatter.guide).toMatchObject({ unknown: 'allow', keys: { title: { required: false } } })
})

test('what is there is never overwritten', async () => {
  put('content/en/mail.md', page)
  put('content/fr/mail.md', page)
  put(name, 'source: fr\n')
  await expect(runInit(undefined, { cwd: root, color: false })).rejects.toThrow(
    'Unexpected `hexapla.config.yaml`, which is there already',
  )
  expect(read(name)).toBe('source: fr\n')
  const { stdout } = await runInit(undefined, { cwd: root, color: false, diff: true })
  expect(stdout).toMatch(
    /^diff --git .*\n--- .*\n\+\+\+ .*\n@@ -1(?:,1)? \+1,\d+ @@\n-source: fr\n\+# yaml-language-server/,
  )
  expect(read(name)).toBe('source: fr\n')
})

test.each([
  ['missing', 'Unexpected path `missing`, expected a folder that exists'],
  ['empty', 'Unexpected folder without a Markdown document, expected some to look at'],
])('%s', async (folder, message) => {
  mkdirSync(join(root, 'empty'))
  await expect(runInit(folder, { cwd: root, color: false })).rejects.toThrow(message)
  expect(existsSync(join(root, 'missing'))).toBe(false)
})
