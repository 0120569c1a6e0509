import { directionOf } from '../../corpus/locale.ts'
import { aliasesOf } from '../../corpus/config.ts'
import { kitUnit, type Kit, type KitUnit } from '../../exchange/kit.ts'
import { checkTranslation } from '../../l10n/check/index.ts'
import { nameOf } from '../../l10n/glossary.ts'
import { contextsOf, entriesOf, Memory, type MemoryEntry } from '../../l10n/memory.ts'
import { ask, type Keeper } from '../../translate/ask.ts'
import { ProviderFault, type Provider, type Request } from '../../translate/provider.ts'
import type { ExportOptions } from '../export/options.ts'
import { readGivenKit } from './given.ts'
import { openKeeper, openProvider } from '../provider.ts'
import { UsageError } from '../usage.ts'
import type { Workspace } from '../workspace.ts'

/** Where drafts come from: what was asked for. */
type DraftOptions = Pick<ExportOptions, 'memory' | 'provider' | 'cwd'>

/** The memory of one pair of locales: what the guides have translated, and the memories that were named. */
async function memoryOf(kits: readonly Kit[], { memory: paths = [], cwd }: DraftOptions): Promise<Memory> {
  const entries: MemoryEntry[] = []
  const languages = kits[0]?.languages ?? { source: 'und', target: 'und' }
  for (const path of paths) {
    const { readTmx } = await import('../../exchange/tmx.ts')
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

/** What makes drafts for the kits of one pair of locales: their memory, and the provider where one was named, opened once for them all. */
export async function drafterFor(
  kits: readonly Kit[],
  workspace: Workspace,
  options: DraftOptions,
): Promise<(kit: Kit) => Promise<Drafts>> {
  const memory = await memoryOf(kits, options)
  const [first] = kits
  const translate =
    first && options.provider !== undefined
      ? await translatorFor(options.provider, first, memory, workspace)
      : undefined
  return async (kit) => {
    const matched = { ...kit, units: matchedUnits(kit, memory) }
    return translate ? translate(matched) : { units: matched.units, told: [] }
  }
}

/** Units with what the memory has for them. */
function matchedUnits(kit: Kit, memory: Memory): KitUnit[] {
  const contexts = contextsOf(kit.units)
  return kit.units.map((unit, index): KitUnit => {
    if (unit.state === 'translated' || memory.size === 0) return unit
    const context = contexts[index]
    const matches = memory.matches(unit.source.text, context === undefined ? {} : { context })
    const { notes, previous } = unit
    return matches.length > 0 ? kitUnit(unit, { notes, matches, previous }) : unit
  })
}

/** What puts a provider's words where there is no translation yet. */
async function translatorFor(
  name: string,
  { locales }: Pick<Kit, 'locales'>,
  memory: Memory,
  workspace: Workspace,
): Promise<(kit: Kit) => Promise<Drafts>> {
  const { config } = workspace
  const direction = directionOf(locales.target, aliasesOf(config))
  const provider = await openProvider(name, workspace, { memory, direction })
  const setting = Object.hasOwn(config.providers, name) ? config.providers[name] : undefined
  const keeper = await openKeeper(workspace, name, setting, locales.target)
  const terms = (config.terms?.terms ?? []).flatMap((term): [string, string][] => {
    const [from, to] = [nameOf(term, locales.source), nameOf(term, locales.target)]
    return from === undefined || to === undefined ? [] : [[from, to]]
  })
  return (kit) => translated(kit, { name, provider, keeper, terms })
}

interface Translator {
  readonly name: string
  readonly provider: Provider
  readonly keeper: Keeper | undefined
  readonly terms: Request['terms']
}

async function translated(kit: Kit, { name, provider, keeper, terms }: Translator): Promise<Drafts> {
  const { locales, languages } = kit
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
