import { aliasesOf, type Config } from '../corpus/config.ts'
import type { Document, OpenDocument } from '../corpus/document.ts'
import { isLanguageTag, languageTagOf, type Locale } from '../corpus/locale.ts'
import { kitFormatNames, loadKitFormat } from '../exchange/formats.ts'
import type { KitFormat } from '../exchange/format.ts'
import { notesOf, type Kit, type KitUnit } from '../exchange/kit.ts'
import type { OutputFile } from '../export/output.ts'
import { FactsReader } from '../io/facts-reader.ts'
import { blobIdOf } from '../io/git-history.ts'
import { keepTexts } from '../io/kept-texts.ts'
import { readCorpus } from '../io/read.ts'
import { unitsOf, type Unit } from '../l10n/unit.ts'
import { terminalSafe } from '../report/escape.ts'
import { countOf } from '../report/sentences.ts'
import { drafterFor } from './draft-kits.ts'
import { checkedOutput, isRefusedOutput, openedFolder, type ExportOptions } from './export-options.ts'
import { wordsRecorded } from './former-sources.ts'
import { knownOf } from './kit-ledger.ts'
import type { Outcome } from './outcome.ts'
import { Sources } from './sync-sources.ts'
import { checkProvider } from './provider.ts'
import { unknownName, UsageError, withoutDocuments } from './usage.ts'
import { isTarget, openWorkspace } from './workspace.ts'

/** Which units are given out, by their states. */
const wanted: Readonly<Record<string, (unit: Unit) => boolean>> = {
  all: () => true,
  untranslated: ({ state }) => state === 'untranslated',
  stale: ({ state }) => state === 'fuzzy',
}

/** Makes kits for translators: a file a guide, or one a locale. */
export async function runExportKits(paths: readonly string[], options: ExportOptions): Promise<Outcome> {
  const formats = await kitFormats(options.to)
  const { only = 'all', per = 'guide' } = options
  const isWanted = wanted[only]
  if (!isWanted) throw unknownName('word behind `--only`', only, Object.keys(wanted))
  if (per !== 'guide' && per !== 'locale') throw unknownName('word behind `--per`', per, ['guide', 'locale'])
  const workspace = await openWorkspace(options.cwd, paths, options.config)
  checkProvider(options.provider, workspace)
  const { config, targets } = workspace
  const reader = await FactsReader.open(config)
  try {
    const {
      corpus,
      textOf,
      locales: there,
    } = await readCorpus({
      ...workspace,
      reader,
      isAsked: ({ locale = '' }) => locale === config.source || (options.locale ?? []).includes(locale),
    })
    const source = sourceOf(config, there)
    const locales = checkedLocales(options.locale ?? [], config, there, source)
    const output = checkedOutput(options, workspace, corpus)
    const open = (document: Document): OpenDocument => ({ ...document, text: textOf(document.path) })
    const asked = [...corpus.guides.values()].filter(({ documents }) =>
      [...documents.values()].some(({ path }) => isTarget(path, targets)),
    )
    if (asked.length === 0) throw withoutDocuments(targets)
    const former = new Sources(workspace.root, corpus, reader)
    const folder = await openedFolder(output, options)
    const counts = { units: 0, placeless: 0 }
    const told: string[] = []
    const given = new Map<string, string>()
    const files = async function* (): AsyncGenerator<OutputFile> {
      for (const target of locales) {
        const kits: Kit[] = []
        const about = { config, source, target, root: workspace.root, sources: former }
        const made: Made[] = []
        for (const guide of corpus.guides.values()) {
          const original = guide.documents.get(source)
          if (!original || original.facts.refused) continue
          const translation = guide.documents.get(target)
          const kit = await kitOf(open(original), translation && open(translation), about)
          made.push({ kit, translation, isAsked: asked.includes(guide) })
        }
        const draftsOf = await drafterFor(
          made.map(({ kit }) => kit),
          workspace,
          options,
        )
        for (const { kit, translation, isAsked } of made) {
          if (!isAsked) continue
          const drafts = await draftsOf(kit)
          told.push(...drafts.told)
          // What has no place in the target cannot come back: `sync` makes places.
          const units = drafts.units.filter(
            (unit) => isWanted(unit) && (!translation || unit.targetPlace !== undefined),
          )
          counts.placeless += translation
            ? kit.units.filter(({ targetPlace }) => targetPlace === undefined).length
            : 0
          if (units.length > 0) {
            kits.push({ ...kit, units })
            const text = textOf(kit.path)
            given.set(blobIdOf(text), text)
          }
          counts.units += units.length
        }
        for (const format of formats) {
          for (const [name, group] of filesOf(kits, per, target)) {
            yield { path: `${name}.${format.extension}`, data: format.write(group) }
          }
        }
      }
    }
    const refusal = await folder.putAll(files()).catch((error: unknown) => {
      if (isRefusedOutput(error)) return error.message
      throw error
    })
    // A translation of what no commit holds yet must find its source when it comes back.
    await keepTexts(workspace.root, given)
    const line = `${countOf(folder.made.length, 'kit')} with ${countOf(counts.units, 'unit')} in ${countOf(locales.length, 'locale')} in \`${options.output}\`\n`
    const note =
      counts.placeless > 0
        ? `${countOf(counts.placeless, 'unit')} of the source without a place in its target, left out; \`hexapla sync\` makes places\n`
        : ''
    const faults = [...told, ...(refusal === undefined ? [] : [refusal])]
    const stderr = note + faults.map((each) => `${terminalSafe(each)}\n`).join('')
    return { stdout: line, stderr, exitCode: refusal !== undefined ? 2 : told.length > 0 ? 1 : 0 }
  } finally {
    await reader.close()
  }
}

async function kitFormats(names: readonly string[]): Promise<KitFormat[]> {
  const formats: KitFormat[] = []
  for (const name of new Set(names.flatMap((each) => each.split(',')))) {
    const format = await loadKitFormat(name)
    if (!format)
      throw new UsageError(
        `Unexpected format \`${name}\` beside kits, expected one of ${kitFormatNames.join(', ')}`,
      )
    formats.push(format)
  }
  return formats
}

function sourceOf({ source }: Config, locales: ReadonlySet<Locale>): Locale {
  if (source !== undefined) return source
  throw new UsageError(
    `Unexpected config without \`source\`, expected the locale that the others are made from: ${[...locales].sort().join(', ')}`,
  )
}

function checkedLocales(
  given: readonly Locale[],
  config: Config,
  there: ReadonlySet<Locale>,
  source: Locale,
): Locale[] {
  const known = [...new Set([...config.locales, ...there])].filter((each) => each !== source).sort()
  if (given.length === 0)
    throw new UsageError(`Unexpected kits for no locale, expected \`--locale\` with one: ${known.join(', ')}`)
  for (const locale of given) {
    if (locale === source)
      throw new UsageError(`Unexpected locale \`${locale}\`, expected another than the source`)
    if (!known.includes(locale) && !isLanguageTag(locale)) throw unknownName('locale', locale, known)
  }
  return [...new Set(given)]
}

interface Made {
  readonly kit: Kit
  readonly translation: Document | undefined
  readonly isAsked: boolean
}

interface About {
  readonly config: Config
  readonly source: Locale
  readonly target: Locale
  readonly root: string
  /** What the sources were. */
  readonly sources: Sources
}

async function kitOf(
  original: OpenDocument,
  translation: OpenDocument | undefined,
  about: About,
): Promise<Kit> {
  const { config, source, target, root, sources } = about
  const aliases = aliasesOf(config)
  const kit = {
    guide: original.guide,
    path: original.path,
    locales: { source, target },
    languages: { source: languageTagOf(source, aliases), target: languageTagOf(target, aliases) },
  }
  const known = translation && knownOf({ root, locale: target, source: original, target: translation })
  const units: KitUnit[] = []
  for (const unit of unitsOf(original, translation, known)) {
    const line = known?.behindAt(unit.place)
    const previous = line && (await wordsRecorded(line, original.path, sources))?.text
    units.push({
      ...unit,
      notes: notesOf(unit, kit, config.terms, previous),
      matches: [],
      ...(previous !== undefined && { previous }),
    })
  }
  return { ...kit, units }
}

/** The files that kits go into, by their names without the extension. */
function filesOf(
  kits: readonly Kit[],
  per: 'guide' | 'locale',
  locale: Locale,
): (readonly [string, readonly Kit[]])[] {
  if (kits.length === 0) return []
  if (per === 'locale') return [[locale, kits]]
  return kits.map((kit) => [`${locale}/${kit.guide === '.' ? 'index' : kit.guide}`, [kit]])
}
