import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { FactsReader } from '../../src/io/facts-reader.ts'
import { readCorpus } from '../../src/io/read.ts'
import { rules } from '../../src/lint/rules/index.ts'
import { lint } from '../../src/lint/run.ts'
import { selectRules } from '../../src/lint/selection.ts'
import { canonOf, configOf } from '../support/corpus.ts'

const root = resolve(import.meta.dirname, '../..')

/** The project's own help centre has no finding, and both parsers read it alike. */
test.each(['native', 'remark'] as const)('guides/ are clean, read by %s', async (parser) => {
  const config = { ...configOf(readFileSync(resolve(root, 'hexapla.config.yaml'), 'utf8')), parser }
  const canon = canonOf(readFileSync(resolve(root, config.settings), 'utf8'), config.settings)
  const reader = await FactsReader.open({ ...config, parser: parser === 'native' ? 'auto' : parser })
  try {
    const { corpus, textOf } = await readCorpus({
      root,
      config: { ...config, exclude: ['/*', '!/guides/'] },
      reader,
    })
    const messages = lint({ corpus, textOf, rules: selectRules(rules, config), canon })
    expect(
      messages.map(({ path, place, ruleId, reason }) => `${path}:${place.start.line} ${ruleId} ${reason}`),
    ).toEqual([])
    expect([...corpus.documents.values()].filter(({ type }) => type === 'guide').length).toBeGreaterThan(2)
  } finally {
    await reader.close()
  }
})
