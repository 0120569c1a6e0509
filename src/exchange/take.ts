import type { InterfaceStrings } from '../corpus/config.ts'
import type { Problem, Translation } from '../l10n/check/check.ts'
import { checkTranslation } from '../l10n/check/index.ts'
import { putUnits, type Asked, type Put, type ReadFacts } from '../l10n/put-units.ts'
import type { Unit } from '../l10n/unit.ts'
import { sliceOf, trimmed } from '../text/range.ts'
import { notesAcross, type ReturnedWording, type Surroundings } from './across-units.ts'
import { formerOf, successorsIn, type Former } from './former.ts'
import type { ReturnedKit, ReturnedUnit, UnitNote } from './kit.ts'

/** What came of taking a kit back; every unit of it is in one of the counts. */
export interface Taken {
  readonly put: Put
  /** Whose words went into the document. */
  readonly written: readonly Unit[]
  /** Those among them whose source has changed since they were given out, with what it said then: they are behind again. */
  readonly behind: ReadonlyMap<Unit, Former & Pick<ReturnedUnit, 'isDone'>>
  /** Whose words stood there already. */
  readonly same: readonly Unit[]
  /** How many came back without a translation. */
  readonly left: number
  /** How many came back with one that nobody has looked at. */
  readonly unread: number
  readonly notes: readonly UnitNote[]
}

/** What taking a kit back needs to know. */
export interface Taking extends Omit<Surroundings, 'labels'> {
  readonly source: Asked
  /** What the product's interface says. */
  readonly strings?: InterfaceStrings
  readonly units: readonly Unit[]
  readonly about: Pick<Translation, 'languages' | 'locales' | 'glossary'>
  readonly read: ReadFacts
  /** Whether translations that nobody has looked at are taken, too. */
  readonly fuzzy?: boolean
  /** Finds words in what the source was before; undefined where nothing can say that a unit is behind, so that it cannot be taken. */
  readonly formerOf?: (words: string) => Promise<Former | undefined>
}

/** Checks every unit of a kit, and puts those that are right into the target. */
export async function takeKit(kit: ReturnedKit, taking: Taking): Promise<Taken> {
  const known = new Map(taking.units.map((unit) => [unit.id, unit]))
  const counts = new Map<string, number>()
  for (const { id } of kit.units) counts.set(id, (counts.get(id) ?? 0) + 1)
  const notes: UnitNote[] = []
  const wordings: ReturnedWording[] = []
  const behind = new Map<Unit, Former & Pick<ReturnedUnit, 'isDone'>>()
  const same: Unit[] = []
  let left = 0
  let unread = 0
  const successors = taking.formerOf ? successorsIn(kit, taking.units) : undefined
  for (const returned of kit.units) {
    const refuse = (...reasons: string[]): void =>
      void notes.push({ id: returned.id, line: returned.line, severity: 'error', reasons })
    const words = sliceOf(
      returned.target,
      trimmed(returned.target, { start: 0, end: returned.target.length }),
    )
    const judge = (unit: Unit, ...told: string[]): void => {
      const problems = problemsOf(unit, words, taking)
      const errors = problems.filter(({ severity }) => severity === 'error')
      if (errors.length > 0) {
        refuse(...errors.map(({ reason }) => reason))
        return
      }
      const reasons = [...told, ...problems.map(({ reason }) => reason)]
      if (reasons.length > 0)
        notes.push({ id: returned.id, line: returned.line, severity: 'warning', reasons })
      wordings.push({ unit, words, returned })
    }
    const unit = known.get(returned.id)
    const successor = successors?.get(returned.id)
    if (returned.fault !== undefined) refuse(returned.fault)
    else if ((counts.get(returned.id) ?? 0) > 1)
      refuse(`Unexpected second unit \`${returned.id}\`, expected one`)
    else if (words === '') left++
    else if (!returned.isDone && taking.fuzzy !== true) unread++
    else if (!unit && successor) {
      const former = await formerOf(returned, successor, taking.formerOf)
      if (former) {
        const made = { ...successor, source: former.phrase }
        behind.set(made, { ...former, isDone: returned.isDone })
        judge(made, 'Unexpected source of before its last change: taken, and fuzzy again')
      } else refuse('Unexpected unit of a former source, expected the markup that the source has now')
    } else if (!unit) refuse('Unexpected unit, expected one of the source as it is now: it has changed since')
    else if (returned.source !== undefined && squeezed(returned.source) !== squeezed(unit.source.text))
      refuse('Unexpected change of the source’s words in the kit, expected them untouched')
    else if (unit.targetPlace === undefined)
      refuse('Unexpected unit without a place in the target, expected `hexapla sync` to make one first')
    else if (unit.target?.text === words) same.push(unit)
    else judge(unit)
  }
  const put = await putUnits(taking.target, taking.source, wordings, taking.read)
  const refused = new Set(put.refused.map(({ unit }) => unit.targetPlace))
  for (const { unit, returned } of wordings) {
    if (!refused.has(unit.targetPlace)) continue
    const reasons = ['Unexpected words that Markdown reads as something else here, expected plain ones']
    notes.push({ id: returned.id, line: returned.line, severity: 'error', reasons })
    behind.delete(unit)
  }
  const kept = wordings.filter(({ unit }) => !refused.has(unit.targetPlace))
  const { strings } = taking
  const labels = strings && { strings, source: await taking.source() }
  notes.push(...notesAcross(kept, put, { ...taking, ...(labels && { labels }) }))
  const written = kept.map(({ unit }) => unit)
  return { put, written, behind, same, left, unread, notes: notes.sort((a, b) => a.line - b.line) }
}

function problemsOf(unit: Unit, words: string, { about }: Taking): Problem[] {
  return checkTranslation({
    ...about,
    source: unit.source,
    target: { text: words, codes: unit.source.codes },
  })
}

/** Programs wrap and indent as they like. */
function squeezed(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
