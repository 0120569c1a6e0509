import type { Corpus } from '../corpus/corpus.ts'
import { openDocument } from '../corpus/document.ts'
import { FactsReader } from '../io/facts-reader.ts'
import { readCorpus } from '../io/read.ts'
import { settingsOf } from '../lint/settings.ts'
import { showJson, showTable, type Shown } from '../report/settings-table.ts'
import { placesIn } from '../text/source.ts'
import { checkClaims, openCanon } from './canon.ts'
import type { LintOptions } from './lint/options.ts'
import type { Outcome } from './outcome.ts'
import { progressOn } from './progress.ts'
import { unknownName, UsageError, withoutDocuments } from './usage.ts'
import { isTarget, openWorkspace } from './workspace.ts'

/** The options of `hexapla settings`, as commander gives them. */
export interface SettingsOptions {
  readonly config?: string
  readonly cwd: string
  readonly locale?: readonly string[]
  readonly json?: true
  readonly to?: string
  readonly color: boolean
}

const actions = ['show', 'check', 'import', 'export']

/** Shows what guides state of settings, checks it, and carries settings to and from other formats. */
export async function runSettings(
  action: string,
  words: readonly string[],
  options: SettingsOptions,
): Promise<Outcome> {
  switch (action) {
    case 'show':
      return show(words, options)
    case 'check':
      return check(words, options)
    case 'import':
    case 'export': {
      const [word, extra] = words
      if (extra !== undefined)
        throw new UsageError(`Unexpected \`${extra}\`, expected one word behind \`${action}\``)
      const { exportSettings, importSettings } = await import('./settings-exchange.ts')
      if (action === 'export') return exportSettings(word, options)
      if (word === undefined) throw new UsageError('Unexpected `import` without a file, expected one')
      return importSettings(word, options.cwd)
    }
    default:
      throw unknownName('action', action, actions)
  }
}

/** The settings rules alone, on the guides that are named. */
async function check(
  paths: readonly string[],
  { cwd, config, locale, json, color }: SettingsOptions,
): Promise<Outcome> {
  const [{ runLint }, { rules }] = await Promise.all([
    import('./lint/lint.ts'),
    import('../lint/rules/index.ts'),
  ])
  const rule = rules.flatMap(({ id, recommended }) =>
    id.startsWith('settings-') && recommended !== false ? id : [],
  )
  const options: LintOptions = {
    cwd,
    color,
    rule,
    reporter: 'stylish',
    ...(config !== undefined && { config }),
    ...(locale && { locale }),
    ...(json && { json }),
  }
  return runLint(paths, options)
}

async function show(paths: readonly string[], options: SettingsOptions): Promise<Outcome> {
  const workspace = await openWorkspace(options.cwd, paths, options.config)
  const canon = await openCanon(workspace)
  const reader = await FactsReader.open(workspace.config)
  const progress = progressOn(process.stderr, 'Reading')
  try {
    const { corpus, textOf } = await readCorpus({ ...workspace, reader, progress: progress.update })
    progress.end()
    checkClaims(canon, corpus.guides.keys())
    const shown = chosen(corpus, workspace.targets, options.locale).map((document): Shown => {
      const text = textOf(document.path)
      const view = { config: corpus.config, ...(canon && { canon }) }
      const { statements, yardstick } = settingsOf(openDocument(document, text), view)
      return { document, statements, places: placesIn(text), service: yardstick.service?.id }
    })
    const stdout = options.json ? showJson(shown) : showTable(shown)
    return { stdout, stderr: '', exitCode: 0 }
  } finally {
    progress.end()
    await reader.close()
  }
}

function chosen(
  corpus: Corpus,
  targets: readonly string[],
  locales: readonly string[] | undefined,
): Shown['document'][] {
  const named = [...corpus.documents.values()].filter(({ path }) => isTarget(path, targets))
  if (named.length === 0) throw withoutDocuments(targets)
  for (const tag of locales ?? [])
    if (!corpus.locales.has(tag)) throw unknownName('locale', tag, [...corpus.locales].sort())
  return named.filter(({ locale }) => locales === undefined || locales.includes(locale ?? ''))
}
