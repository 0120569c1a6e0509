import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defaultConfig } from '../../src/corpus/config.ts'
import { Corpus } from '../../src/corpus/corpus.ts'
import { formatOf, type OpenDocument } from '../../src/corpus/document.ts'
import { localeOfPath } from '../../src/corpus/layout.ts'
import type { Message } from '../../src/lint/message.ts'
import { rules } from '../../src/lint/rules/index.ts'
import { lint } from '../../src/lint/run.ts'
import { selectRules } from '../../src/lint/selection.ts'
import { settingsOf } from '../../src/lint/settings.ts'
import { factsOf } from '../../src/markdown/facts-of.ts'
import { loadNativeParse, loadRemarkParse, type Parse } from '../../src/markdown/parse.ts'
import { parseCanon } from '../../src/settings/parse-canon.ts'
import type { Canon } from '../../src/settings/canon.ts'
import { applyEdits, hashOf, shiftOf } from '../../src/text/edit.ts'
import { overlaps, type Range } from '../../src/text/range.ts'
import { placesIn } from '../../src/text/source.ts'
import { mutantsOf, type Mutant } from './settings-mutants.ts'
import { guidesIn, truthFor } from './settings.ts'

const settingsRules = new Set(
  rules.map(({ id }) => id).filter((id) => id.startsWith('settings-') && id !== 'settings-missing'),
)

/**
 * Changes one setting at a time in guides that somebody has read, and counts how many of the changes are found at that
 * very place, with no other place accused. True where 99 % are.
 */
export async function run(folders: readonly string[]): Promise<boolean> {
  const parse = (await loadNativeParse()) ?? (await loadRemarkParse())
  const canon = canonAt(resolve(process.env.INIT_CWD ?? '.', 'guides/settings.yaml'))
  const lab = new Lab(parse, canon)
  const byKind = new Map<string, { found: number; all: number; equal: number }>()
  const reasons = new Map<string, number>()
  for (const file of guidesIn(folders)) {
    const truth = truthFor(file)
    if (!truth) continue
    const document = lab.read(file, readFileSync(file, 'utf8'))
    const before = lab.lint(document)
    for (const mutant of mutantsOf(document, truth)) {
      const text = applyEdits(document.text, mutant.edits)
      const verdict = judge(document, mutant, before, lab.lint(lab.read(file, text)))
      const count = byKind.get(mutant.kind) ?? { found: 0, all: 0, equal: 0 }
      byKind.set(mutant.kind, count)
      const equal = verdict === undefined ? undefined : whyEqual(mutant, lab, document)
      if (verdict !== undefined && equal !== undefined) {
        count.equal++
        reasons.set(equal, (reasons.get(equal) ?? 0) + 1)
        continue
      }
      count.all++
      if (verdict === undefined) count.found++
      else {
        const { line } = placesIn(document.text).pointAt(mutant.edits[0]?.range.start ?? 0)
        console.log(`${file}:${line} ${mutant.kind}: ${mutant.what}: ${verdict}`)
      }
    }
  }
  return report(byKind, reasons)
}

function report(
  byKind: ReadonlyMap<string, { found: number; all: number; equal: number }>,
  reasons: ReadonlyMap<string, number>,
): boolean {
  let [found, all] = [0, 0]
  for (const [kind, count] of byKind) {
    found += count.found
    all += count.all
    console.log(
      `${kind}: ${count.found} of ${count.all} found${count.equal > 0 ? `, ${count.equal} are as true as before` : ''}`,
    )
  }
  for (const [reason, count] of reasons) console.log(`as true as before: ${count}: ${reason}`)
  const share = all === 0 ? 0 : (100 * found) / all
  console.log(
    `${found} of ${all} mutants found at their very place, no other accused (${share.toFixed(1)} %)`,
  )
  return share >= 99
}

/** Lints one text at a time, as the only document of its corpus. */
class Lab {
  readonly canon: Canon
  readonly #parse: Parse

  constructor(parse: Parse, canon: Canon) {
    this.#parse = parse
    this.canon = canon
  }

  read(path: string, text: string): OpenDocument {
    const format = formatOf(path)
    const facts = factsOf(this.#parse(text, format), text)
    const locale = localeOfPath(path)
    return { path, guide: 'guide', locale, type: 'guide', format, hash: hashOf(text), facts, text }
  }

  lint(document: OpenDocument): Message[] {
    const corpus = new Corpus(defaultConfig, [document], [])
    const selected = selectRules(rules, defaultConfig, settingsRules)
    return lint({ corpus, rules: selected, textOf: () => document.text, canon: this.canon })
  }
}

function canonAt(path: string): Canon {
  const result = parseCanon(readFileSync(path, 'utf8'), path)
  if ('problems' in result) throw new RangeError(result.problems.map(({ reason }) => reason).join('\n'))
  return result.canon
}

/** What went wrong with a mutant; undefined where it was found and nothing else was accused. */
function judge(
  document: OpenDocument,
  { edits }: Mutant,
  before: readonly Message[],
  after: readonly Message[],
): string | undefined {
  const shift = shiftOf(edits)
  const places = edits.map(({ range, text }): Range => {
    const end = shift(range.end)
    return { start: end - text.length, end }
  })
  const keyOf = (ruleId: string, { start, end }: Range): string => `${ruleId} ${start} ${end}`
  const known = new Set(
    before.map(({ ruleId, range }) => keyOf(ruleId, { start: shift(range.start), end: shift(range.end) })),
  )
  const isHere = ({ range }: Message): boolean => places.some((place) => overlaps(place, range))
  const told = new Set(before.map(({ ruleId, reason }) => `${ruleId} ${reason}`))
  const found = after.filter(
    (message) =>
      isHere(message) &&
      !(told.has(`${message.ruleId} ${message.reason}`) && known.has(keyOf(message.ruleId, message.range))),
  )
  const elsewhere = after.filter(
    (message) => !isHere(message) && !known.has(keyOf(message.ruleId, message.range)),
  )
  const [stray] = elsewhere
  if (stray)
    return `\`${stray.ruleId}\` accuses ${placesIn(document.text).pointAt(stray.range.start).line}: ${stray.reason}`
  return found.length > 0 ? undefined : 'not found'
}

/** Why a mutant that was not found says nothing wrong. */
function whyEqual(
  { kind, edits, truth, isRepair }: Mutant,
  lab: Lab,
  document: OpenDocument,
): string | undefined {
  if (isRepair) return 'it mends what was wrong'
  const { statements } = settingsOf(document, { config: defaultConfig, canon: lab.canon })
  if (kind === 'two heads') {
    const at = document.facts.tables.findIndex(({ range }) =>
      edits.some((edit) => overlaps(range, edit.range)),
    )
    const isOfOne = document.facts.tables[at]?.rows[0]?.cells.length === 2
    return isOfOne && statements.tables[at]?.isByColumn
      ? 'the table is of one server, and the head that names it names it on either side'
      : undefined
  }
  if (!truth) return undefined
  const statement = statements.values.find(({ range }) => range.start === truth.offset)
  if (kind === 'another port of its server' && statement?.cipher === undefined)
    return 'no word says how the port is encrypted, and its server has both'
  if (kind === 'a port of another server' && statement?.basis === 'number' && statement.account === undefined)
    return 'no word says which server the port is of'
  return undefined
}
