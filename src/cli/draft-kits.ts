import { directionOf } from '../corpus/locale.ts'
import { aliasesOf } from '../corpus/config.ts'
import type { Kit, KitUnit } from '../exchange/kit.ts'
import { checkTranslation } from '../l10n/check/index.ts'
import { nameOf, type Glossary } from '../l10n/glossary.ts'
import { contextsOf, entriesOf, Memory, type MemoryEntry } from '../l10n/memory.ts'
import { ask } from '../translate/ask.ts'
import { ProviderFault } from '../translate/provider.ts'
import type { ExportOptions } from './export-options.ts'
import { readGivenKit } from './given-kit.ts'
import { openKeeper, openProvider } from './provider.ts'
import { UsageError } from './usage.ts'
import type { Workspace } from './workspace.ts'

/** The memory of one pair of locales: what the guides have translated, and the memories that were named. */
export async function memoryOf(
  kits: readonly Kit[],
  { memory: paths = [], cwd }: ExportOptions,
): Promise<Memory> {
  const entries: MemoryEntry[] = []
  const languages = kits[0]?.languages ?? { source: 'und', target: 'und' }
  for (const path of paths) {
    const { readTmx } = await import('../exchange/tmx.ts')
    const found = await readGivenKit(cwd, path, (file) => readTmx(file.text(), languages))
    for (const entry of found) entries.push(entry)
  }
  // What the guides say counts for more: of equal matches the last one is taken.
  for (const { units } of kits) entries.push(...entriesOf(units))
  return new Memory(entries)
}

interface Drafts {
  readonly units: readonly KitUnit[]
  /** Answers that were refused, a line each. */
  readonly told: readonly string[]
}

/** Units with what the memory has for them, and with a provider's words where there is no translation yet. */
export async function drafted(
  kit: Kit,
  memory: Memory,
  workspace: Workspace,
  options: ExportOptions,
  glossary: Glossary | undefined,
): Promise<Drafts> {
  const contexts = contextsOf(kit.units)
  const matched = kit.units.map((unit, index): KitUnit => {
    if (unit.state === 'translated' || memory.size === 0) return unit
    const context = contexts[index]
    const matches = memory.matches(unit.source.text, context === undefined ? {} : { context })
    return matches.length > 0 ? { ...unit, matches } : unit
  })
  if (options.provider === undefined) return { units: matched, told: [] }
  return translated(
    { ...kit, units: matched },
    memory,
    workspace,
    { ...options, provider: options.provider },
    glossary,
  )
}

async function translated(
  kit: Kit,
  memory: Memory,
  workspace: Workspace,
  { provider: name }: ExportOptions & { readonly provider: string },
  glossary: Glossary | undefined,
): Promise<Drafts> {
  const { locales, languages } = kit
  const direction = directionOf(locales.target, aliasesOf(workspace.config))
  const provider = await openProvider(name, workspace, { memory, direction })
  const setting = Object.hasOwn(workspace.config.providers, name)
    ? workspace.config.providers[name]
    : undefined
  const keeper = await openKeeper(workspace, name, setting, locales.target)
  const open = kit.units.filter(({ state }) => state === 'untranslated')
  const byId = new Map(open.map((unit) => [unit.id, unit]))
  const judge = (id: string, words: string): string[] => {
    const unit = byId.get(id)
    if (!unit) return ['Unexpected id, expected one that was asked for']
    const target = { text: words, codes: unit.source.codes }
    return checkTranslation({ source: unit.source, target, languages, locales })
      .filter(({ severity }) => severity === 'error')
      .map(({ reason }) => reason)
  }
  const terms = (glossary?.terms ?? []).flatMap((term): [string, string][] => {
    const [from, to] = [nameOf(term, locales.source), nameOf(term, locales.target)]
    return from === undefined || to === undefined ? [] : [[from, to]]
  })
  const asked = open.map(({ id, source, headings }) => ({ id, words: source.text, context: headings }))
  const result = await ask(asked, provider, { languages, terms }, judge, keeper).catch((error: unknown) => {
    if (error instanceof ProviderFault) throw new UsageError(error.message)
    throw error
  })
  const units = kit.units.map((unit): KitUnit => {
    const words = result.answers.get(unit.id)
    return words === undefined || !byId.has(unit.id)
      ? unit
      : {
          ...unit,
          state: 'fuzzy',
          target: { text: words, codes: unit.source.codes },
          notes: [...unit.notes, `by ${name}`],
        }
  })
  const told = [
    ...result.refused.map(
      ({ id, reasons }) =>
        `${kit.path}:${byId.get(id)?.line ?? 1}  ${name}: ${reasons.join('; ')}; left untranslated  ${id}`,
    ),
    // A memory has not everything, and says nothing then.
    ...(name === 'memory'
      ? []
      : result.silent.map(
          (id) =>
            `${kit.path}:${byId.get(id)?.line ?? 1}  ${name}: Unexpected silence, expected a translation  ${id}`,
        )),
  ]
  return { units, told }
}
