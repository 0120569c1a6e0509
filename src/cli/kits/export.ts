import type { Config } from '../../corpus/config.ts'
import { guidesOf } from '../../corpus/guide.ts'
import type { Locale } from '../../corpus/locale.ts'
import { documentsAmong } from '../../corpus/locate.ts'
import { kitFormatNames, loadKitFormat } from '../../exchange/formats.ts'
import type { KitFormat } from '../../exchange/format.ts'
import type { Kit } from '../../exchange/kit.ts'
import type { OutputFile } from '../../export/output.ts'
import { listFiles } from '../../io/files.ts'
import { blobIdOf } from '../../io/git-history.ts'
import { keepTexts } from '../../io/kept-texts.ts'
import type { Unit } from '../../l10n/unit.ts'
import { terminalSafe } from '../../report/escape.ts'
import { leftOutLines } from '../../report/left-out.ts'
import { paletteOf } from '../../report/palette.ts'
import { countOf } from '../../report/sentences.ts'
import type { ToRead } from '../../run/near.ts'
import { drafterFor } from './draft.ts'
import { checkedOutput, isRefusedOutput, openedFolder, type ExportOptions } from '../export/options.ts'
import { makeKits } from './make.ts'
import type { Outcome } from '../outcome.ts'
import { checkLocale } from '../locale-asked.ts'
import { checkProvider } from '../provider.ts'
import { unknownName, UsageError, withoutDocuments } from '../usage.ts'
import { isTarget, openWorkspace } from '../workspace.ts'

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
  const { root, config } = workspace
  const entries = listFiles(root, config.exclude)
  const documents: readonly ToRead[] = documentsAmong(entries, config)
  const there = new Set(documents.flatMap(({ locale, isStray }) => (isStray ? [] : (locale ?? []))))
  const source = sourceOf(config, there)
  const targets = checkedLocales(options.locale ?? [], config, there, source)
  const output = checkedOutput(options, workspace, { files: new Set(entries.map(({ path }) => path)) })
  const read = documents.filter(({ locale = '' }) => locale === source || targets.includes(locale))
  const asked = new Set(read.flatMap(({ path, guide }) => (isTarget(path, workspace.targets) ? [guide] : [])))
  if (asked.size === 0) throw withoutDocuments(workspace.targets)
  const folder = await openedFolder(output, options)
  // What any guide has translated may serve another.
  const jobs = [...guidesOf(read, source).values()].flatMap(({ id, source: original, documents: own }) =>
    original ? [{ guide: id, source: original, targets: own }] : [],
  )
  const guides = await makeKits(jobs, { root, config, source, targets })
  const counts = { units: 0, placeless: 0 }
  const told: string[] = []
  const given = new Map<string, string>()
  const files = async function* (): AsyncGenerator<OutputFile> {
    for (const target of targets) {
      const made = guides.flatMap((guide) => {
        const kit = guide.kits.find(({ locales }) => locales.target === target)
        return kit ? [{ kit, text: guide.text }] : []
      })
      const draftsOf = await drafterFor(
        made.map(({ kit }) => kit),
        workspace,
        options,
      )
      const kits: Kit[] = []
      for (const { kit, text } of made) {
        if (!asked.has(kit.guide)) continue
        const drafts = await draftsOf(kit)
        told.push(...drafts.told)
        // What has no place in the target cannot come back: `sync` makes places.
        const hasPlace = ({ targetPlace }: Unit): boolean => !kit.isTranslated || targetPlace !== undefined
        const isHeld = (unit: Unit): boolean => formats.some((format) => format.holds?.(unit) ?? true)
        const units = drafts.units.filter((unit) => isWanted(unit) && hasPlace(unit) && isHeld(unit))
        counts.placeless += kit.units.filter((unit) => !hasPlace(unit)).length
        counts.units += units.length
        if (units.length === 0) continue
        kits.push({ ...kit, units })
        given.set(blobIdOf(text), text)
      }
      for (const format of formats) {
        for (const [name, group] of filesOf(heldBy(format, kits), per, target)) {
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
  await keepTexts(root, given)
  const line = `${countOf(folder.made.length, 'kit')} with ${countOf(counts.units, 'unit')} in ${countOf(targets.length, 'locale')} in \`${options.output}\`\n`
  const note =
    counts.placeless > 0
      ? `${countOf(counts.placeless, 'unit')} of the source without a place in its target, left out; \`hexapla sync\` makes places\n`
      : ''
  const unread = guides.flatMap(({ guide, leftOut }) => (asked.has(guide) ? leftOut : []))
  const faults = [...told, ...(refusal === undefined ? [] : [refusal])].map(terminalSafe)
  const lines = [...leftOutLines(unread, paletteOf(options.color)), ...faults]
  const stderr = note + lines.map((each) => `${each}\n`).join('')
  return { stdout: line, stderr, exitCode: refusal !== undefined ? 2 : lines.length > 0 ? 1 : 0 }
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
    checkLocale(locale, there, config)
  }
  return [...new Set(given)]
}

/** Kits with the units that a format holds. */
function heldBy(format: KitFormat, kits: readonly Kit[]): readonly Kit[] {
  if (!format.holds) return kits
  return kits
    .map((kit) => ({ ...kit, units: kit.units.filter((unit) => format.holds?.(unit) ?? true) }))
    .filter(({ units }) => units.length > 0)
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
