import { defaultConfig, type Config, type GlossaryTerms } from '../../src/corpus/config.ts'
import { Corpus } from '../../src/corpus/corpus.ts'
import { formatOf, type OpenDocument } from '../../src/corpus/document.ts'
import { aliasesOf } from '../../src/corpus/config.ts'
import { compileLayouts, localeOfPath, placeOfPath } from '../../src/corpus/layout.ts'
import { parseConfig } from '../../src/corpus/parse-config.ts'
import type { Message } from '../../src/lint/message.ts'
import { fix, type FixOutcome } from '../../src/lint/fix.ts'
import { ledgerPath, parseLedger } from '../../src/l10n/ledger.ts'
import { interfaceStrings } from '../../src/exchange/interface-strings.ts'
import { parseGlossary } from '../../src/l10n/parse-glossary.ts'
import { rules } from '../../src/lint/rules/index.ts'
import { lint, type RunInput } from '../../src/lint/run.ts'
import { selectRules } from '../../src/lint/selection.ts'
import { refusedFacts, type Facts } from '../../src/markdown/facts.ts'
import { factsOf } from '../../src/markdown/facts-of.ts'
import { defaultLimits, limitProblemIn } from '../../src/markdown/limits.ts'
import { loadNativeParse, loadRemarkParse, remarkTriggerIn } from '../../src/markdown/parse.ts'
import { ParseRefusal } from '../../src/markdown/refusal.ts'
import type { Canon } from '../../src/settings/canon.ts'
import { parseCanon } from '../../src/settings/parse-canon.ts'
import { hashOf } from '../../src/text/edit.ts'

const remark = await loadRemarkParse()
const native = process.env.HEXAPLA_TEST_PARSER === 'remark' ? undefined : await loadNativeParse()

/** The facts of a text by the parser under test: `HEXAPLA_TEST_PARSER=remark` for the reference alone. */
export function readFacts(text: string, path = 'guide.en-gb.md', config: Config = defaultConfig): Facts {
  const problem = limitProblemIn(text, { ...defaultLimits, ...config.limits })
  if (problem) return refusedFacts({ kind: 'limit', ...problem })
  const format = formatOf(path)
  if (native && remarkTriggerIn(text, format) === undefined) {
    try {
      return factsOf(native(text, format), text)
    } catch (error) {
      if (!(error instanceof ParseRefusal)) throw error
    }
  }
  return factsOf(remark(text, format), text)
}

/** A config from its YAML; the test fails on one that is wrong. */
export function configOf(yaml: string): Config {
  const result = parseConfig(
    yaml,
    { rules: new Map(rules.map(({ id, options }) => [id, options])) },
    'hexapla.config.yaml',
  )
  if ('problems' in result) throw new Error(result.problems.map(({ reason }) => reason).join('\n'))
  return result.config
}

/** The canon of a settings file; the test fails on one that is wrong. */
export function canonOf(text: string, path = 'guides/settings.yaml'): Canon {
  const result = parseCanon(text, path)
  if ('problems' in result) throw new Error(result.problems.map(({ reason }) => reason).join('\n'))
  return result.canon
}

/** The words of a glossary file; the test fails on one that is wrong. */
export function glossaryOf(text: string): GlossaryTerms {
  const result = parseGlossary(text, 'guides/glossary.yaml')
  if ('problems' in result) throw new Error(result.problems.map(({ reason }) => reason).join('\n'))
  return result.glossary
}

/** A corpus in memory: `corpusOf({ 'mail/guide.fr-fr.md': '…' })`. Files that are no Markdown only exist. */
export function corpusOf(files: Readonly<Record<string, string>>, config: Config = defaultConfig): Corpus {
  const documents = Object.entries(files)
    .filter(([path]) => /\.mdx?$/.test(path))
    .map(([path, text]) => documentOf(path, text, config))
  return new Corpus(config, documents, Object.keys(files))
}

/** One document in memory. */
function documentOf(path: string, text: string, config: Config = defaultConfig): OpenDocument {
  const place = placeOfPath(
    path,
    compileLayouts(config.layouts, aliasesOf(config), Object.keys(config.frontMatter)),
  )
  const facts = readFacts(text, path, config)
  const known = { path, format: formatOf(path), hash: hashOf(text), facts, text }
  return place
    ? { ...known, guide: place.guide, locale: place.locale, type: place.type }
    : { ...known, guide: path, locale: localeOfPath(path, aliasesOf(config)), type: 'guide' }
}

/** A config with what the product's files say that it names. */
function withStrings(config: Config, files: Readonly<Record<string, string>>): Config {
  if (config.labels.length === 0) return config
  const result = interfaceStrings(config, (path) => files[path])
  if ('problem' in result) throw new Error(result.problem)
  return { ...config, strings: result.strings }
}

/** What a run over files in memory needs; `only` names the rules. */
function runOver(files: Readonly<Record<string, string>>, only?: readonly string[], yaml = ''): RunInput {
  const given = configOf(yaml)
  const words = files[given.glossary]
  const config = withStrings(words === undefined ? given : { ...given, terms: glossaryOf(words) }, files)
  const settings = files[config.settings]
  return {
    ...(settings !== undefined && { canon: canonOf(settings, config.settings) }),
    corpus: corpusOf(files, config),
    rules: selectRules(rules, config, only && new Set(only)),
    known: rules.map(({ id }) => id),
    textOf: (path) => files[path] ?? '',
    ledgerOf: ({ locale = '', guide }) => parseLedger(files[ledgerPath(locale, guide)] ?? '').lines,
  }
}

/** Lints files in memory. */
export function lintFiles(
  files: Readonly<Record<string, string>>,
  only?: readonly string[],
  yaml = '',
): Message[] {
  return lint(runOver(files, only, yaml))
}

/** Fixes files in memory. */
export async function fixFiles(
  files: Readonly<Record<string, string>>,
  options: { readonly only?: readonly string[]; readonly yaml?: string; readonly unsafe?: boolean } = {},
): Promise<FixOutcome> {
  const input = runOver(files, options.only, options.yaml)
  const read = (path: string, text: string): Promise<OpenDocument> =>
    Promise.resolve(documentOf(path, text, input.corpus.config))
  return fix({ ...input, unsafe: options.unsafe ?? false, read })
}
