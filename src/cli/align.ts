import type { Document } from '../corpus/document.ts'
import { beadCacheOf } from '../io/bead-cache.ts'
import { cacheFolderOf } from '../io/cache-files.ts'
import { FactsReader } from '../io/facts-reader.ts'
import { listGuides, readGuide } from '../io/read-guides.ts'
import { alignmentOf, asidesOf } from '../l10n/alignment.ts'
import { refusalWords } from '../lint/refusal-words.ts'
import { alignReport, sideBySide } from '../report/side-by-side.ts'
import type { CommonOptions } from './command.ts'
import { guideNamed } from './guides-asked.ts'
import type { Outcome } from './outcome.ts'
import { unknownName, UsageError } from './usage.ts'
import { openWorkspace } from './workspace.ts'

export interface AlignOptions extends CommonOptions {
  readonly config?: string
  readonly locale?: string
  readonly with?: string
  readonly json?: true
}

/** Shows two locales of a guide side by side, with what stands for what, and how sure that is. */
export async function runAlign(name: string, options: AlignOptions): Promise<Outcome> {
  const workspace = await openWorkspace(options.cwd, [], options.config)
  const { root, config } = workspace
  const listed = guideNamed(listGuides(root, config), name, workspace, options.cwd)
  const locales = listed.flatMap(({ locale }) => locale ?? []).sort()
  const tag = options.with ?? config.source
  if (options.locale === undefined)
    throw new UsageError(
      `Unexpected command without \`--locale\`, expected one such as \`--locale ${locales.find((each) => each !== tag) ?? 'pl-pl'}\``,
    )
  if (tag === undefined)
    throw new UsageError(
      'Unexpected config without `source`, expected `--with TAG`, the locale to stand beside, or `source` in the config',
    )
  for (const each of [options.locale, tag])
    if (!locales.includes(each)) throw unknownName('locale for this guide', each, locales)
  if (options.locale === tag)
    throw new UsageError(
      `Unexpected \`--locale ${tag}\` beside itself, expected another locale, or \`--with\``,
    )
  const read = listed.filter(({ locale }) => locale === tag || locale === options.locale)
  const reader = await FactsReader.open(config)
  try {
    const onDisk = await readGuide(read, { root, config, reader })
    const [source, target] = [tag, options.locale].map((locale) => onDisk?.guide.documents.get(locale))
    if (!onDisk || !source || !target) throw new UsageError(`Unexpected guide \`${name}\` without a document`)
    for (const document of [source, target]) readable(document)
    const { textOf } = onDisk
    const beads = beadCacheOf(cacheFolderOf(root), name)
    const opened = {
      alignment: alignmentOf(source, target, asidesOf(source, target, config, textOf), beads),
      sourceText: textOf(source),
      targetText: textOf(target),
    }
    beads.save()
    const stdout = options.json
      ? `${JSON.stringify(alignReport(opened), undefined, 2)}\n`
      : sideBySide(opened, { color: options.color, width: process.stdout.columns || 100 })
    return { stdout, stderr: '', exitCode: 0 }
  } finally {
    await reader.close()
  }
}

function readable({ path, facts }: Document): void {
  if (facts.refused) throw new UsageError(`${path}: ${refusalWords(facts.refused).reason}`)
}
