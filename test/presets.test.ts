import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { presetNames } from '../src/corpus/presets.ts'
import { FactsReader } from '../src/io/facts-reader.ts'
import { readCorpus } from '../src/io/read.ts'
import { rules } from '../src/lint/rules/index.ts'
import { lint } from '../src/lint/run.ts'
import { selectRules } from '../src/lint/selection.ts'
import { configOf } from './support/corpus.ts'

/** Small sites, one of each kind, with the locales of each guide and the findings that a lint should yield. */
const sites: Readonly<
  Record<string, { guides: Readonly<Record<string, string>>; findings: readonly string[] }>
> = {
  docusaurus: {
    guides: { 'mail/sending': 'en', 'mail/setup': 'en fr' },
    findings: ['docs/mail/sending.mdx:9 link-fragment'],
  },
  'help-centre': {
    guides: { mail: 'fr-fr', 'mail/outlook': 'en-asia fr-fr pl-pl' },
    findings: [
      'guides/mail/outlook/guide.en-asia.md:4 front-matter-schema',
      'guides/mail/outlook/guide.fr-fr.md:11 heading-duplicate',
      'guides/mail/outlook/guide.pl-pl.md:15 link-fragment',
    ],
  },
  hugo: {
    guides: { about: 'de en', 'docs/_index': 'en', 'docs/mail': 'en fr', 'docs/sending': 'en' },
    findings: ['content/en/docs/sending.md:9 link-target', 'content/en/docs/sending.md:9 image-target'],
  },
  mdn: {
    guides: { 'web/mail': 'en-us fr' },
    findings: [
      'files/en-us/web/mail/index.md:15 heading-duplicate',
      'files/en-us/web/mail/index.md:17 link-fragment',
      'files/fr/web/mail/index.md:1 front-matter-schema',
    ],
  },
  mkdocs: {
    guides: { index: 'de en fr', sending: 'en' },
    findings: [
      'docs/index.fr.md:3 link-target',
      'docs/sending.md:7 heading-duplicate',
      'docs/sending.md:11 image-alt',
    ],
  },
  starlight: {
    guides: { 'guides/mail': 'en fr', index: 'en' },
    findings: [
      'src/content/docs/fr/guides/mail.mdx:1 front-matter-schema',
      'src/content/docs/fr/guides/mail.mdx:7 link-fragment',
    ],
  },
}

test('each kind of site has its corpus', () => {
  expect(['recommended', 'strict', ...Object.keys(sites)].sort()).toEqual([...presetNames].sort())
})

/** The pages are stubs, which differ from their sources wherever one looks. */
const onPages = rules.filter(({ id }) => !/^translation-|-parity$/.test(id))

test.each(Object.entries(sites))('%s', async (name, { guides, findings }) => {
  const root = join(import.meta.dirname, 'fixtures/presets', name)
  const config = configOf(readFileSync(join(root, 'hexapla.config.yaml'), 'utf8'))
  const reader = await FactsReader.open(config)
  try {
    const { corpus, textOf, strays } = await readCorpus({ root, config, reader })
    const found = lint({ corpus, textOf, rules: selectRules(onPages, config) })
    expect(strays).toEqual([])
    expect(
      Object.fromEntries(
        [...corpus.guides.values()].map(({ id, documents }) => [id, [...documents.keys()].sort().join(' ')]),
      ),
    ).toEqual(guides)
    expect(found.map(({ path, place: { start }, ruleId }) => `${path}:${start.line} ${ruleId}`)).toEqual(
      findings,
    )
  } finally {
    await reader.close()
  }
})
