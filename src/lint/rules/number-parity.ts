import { numberHashesIn, type Block } from '../../markdown/block.ts'
import type { Range } from '../../text/range.ts'
import { hashesIn } from '../../text/short-hash.ts'
import { numbersIn, type NumberFound } from '../../l10n/numbers.ts'
import { besideSource, factsWithin, sure, type Beside } from '../beside-source.ts'
import type { Group } from '../../l10n/alignment.ts'
import { groupBy } from '../../text/group-by.ts'
import { unmatched } from '../../text/unmatched.ts'
import type { Finding } from '../finding.ts'
import { siblingRule, type Rule } from '../rule.ts'

const prose: ReadonlySet<string> = new Set(['heading', 'paragraph', 'item', 'table'])

/** Numbers up to this are also written in words, and count what languages count otherwise: steps, months, hours. */
const mostInWords = 12

/** A number that one side has and the other lacks, and where. */
interface Leftover extends NumberFound {
  readonly group: number
  /** The other side has it too, only not as often: `de 15 en 15 minutos`. */
  readonly isSaidAgain: boolean
}

/** The numbers of one side that the other lacks, group by group. */
interface Leftovers {
  readonly source: readonly Leftover[]
  readonly target: readonly Leftover[]
}

function leftoversOf(
  { sourceText, targetText, source, target }: Beside,
  groups: readonly Group[],
): Leftovers {
  const left = { source: [] as Leftover[], target: [] as Leftover[] }
  for (const [index, group] of groups.entries()) {
    if (group.confidence < sure || !isCompared(group) || haveSame(group)) continue
    const own = group.source.flatMap((block) =>
      numbersIn(sourceText(), factsWithin(source.facts.prose, block.range)),
    )
    const others = group.target.flatMap((block) =>
      numbersIn(targetText(), factsWithin(target.facts.prose, block.range)),
    )
    for (const each of without(own, others))
      left.source.push({ ...each, group: index, isSaidAgain: has(others, each) })
    for (const each of without(others, own))
      left.target.push({ ...each, group: index, isSaidAgain: has(own, each) })
  }
  return left
}

function isCompared({ source, target }: Group): boolean {
  const blocks = [...source, ...target]
  return source.length > 0 && target.length > 0 && blocks.every(({ kind }) => prose.has(kind))
}

/** True where both sides have the same numbers: nothing is left over then. */
function haveSame({ source, target }: Group): boolean {
  const [own, other] = [source[0], target[0]]
  const isPair = own && other && source.length + target.length === 2
  if (isPair && numberHashesIn(own) === numberHashesIn(other)) return true
  return hashOf(source) === hashOf(target)
}

/** The numbers of some blocks, in no order. */
function hashOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => hashesIn(numberHashesIn(block)))
    .sort((a, b) => a - b)
    .join()
}

function without<Found extends NumberFound>(
  numbers: readonly Found[],
  others: readonly NumberFound[],
): Found[] {
  return unmatched(numbers, others, ({ value }) => value)
}

function has(numbers: readonly NumberFound[], { value }: NumberFound): boolean {
  return numbers.some((each) => each.value === value)
}

/** True of numbers that a language may write in words, or count in another way. */
function isSmall({ value }: NumberFound): boolean {
  return value.length <= 2 && Number(value) <= mostInWords
}

function* findingsFor(
  { source }: Beside,
  { source: [from], target: [to] }: Group,
  own: readonly Leftover[],
  others: readonly Leftover[],
): Iterable<Finding> {
  if (!from || !to) return
  const locale = source.locale ?? ''
  const related = (range: Range): Finding['related'] & object => [
    { path: source.path, range, reason: 'The source says this here' },
  ]
  // As many on both sides: each was put in the place of another.
  if (own.length === others.length) {
    for (const [index, { raw, range }] of others.entries()) {
      const expected = own[index]
      if (!expected) continue
      const reason = `Unexpected \`${raw}\`, expected \`${expected.raw}\` as in \`${locale}\``
      yield { range, reason, actual: raw, expected: expected.raw, related: related(expected.range) }
    }
    return
  }
  for (const { raw, range } of others) {
    const reason = `Unexpected \`${raw}\`, expected no such number, as in \`${locale}\``
    yield { range, reason, actual: raw, related: related(from.range) }
  }
  for (const { raw, range } of own) {
    const reason = `Unexpected absence of \`${raw}\`, expected it as in \`${locale}\``
    yield { range: to.range, reason, expected: raw, related: related(range) }
  }
}

const french =
  '---\ntitle: Messagerie\n---\n\nLe serveur entrant écoute sur le port 993, et le serveur sortant sur le port 465.\n'
const polish = '---\ntitle: Poczta\n---\n\nSerwer poczty przychodzącej nasłuchuje na porcie '

export const rule: Rule = siblingRule<object>({
  id: 'number-parity',
  summary: 'a number that differs from the source’s',
  why: 'Numbers need no translation: a port, a version or a size that another language gives otherwise is wrong in one of the two.',
  severity: 'warning',
  defaults: {},
  inputs: ['source', 'localeOnly'],
  examples: [
    {
      name: 'A port that was not carried over',
      config: 'source: fr-fr',
      files: {
        'mail/guide.fr-fr.md': french,
        'mail/guide.pl-pl.md': `${polish}⟦995⟧, a serwer poczty wychodzącej na porcie 465.\n`,
      },
      reasons: ['Unexpected `995`, expected `993` as in `fr-fr`'],
    },
    {
      name: 'Numbers as each language writes them',
      config: 'source: en-gb',
      files: {
        'mail/guide.en-gb.md':
          '---\ntitle: Mail\n---\n\nThe two servers take 10,000 messages of 2.5 MB each, since 24/11/2026.\n',
        'mail/guide.de-de.md':
          '---\ntitle: Mail\n---\n\nDie 2 Server nehmen seit dem 24.11.2026 je 10.000 Nachrichten mit 2,5 MB an.\n',
      },
    },
  ],
  *check(document, view) {
    const beside = besideSource(document, view)
    if (!beside) return
    const groups = beside.alignment.groups
    const { source, target } = leftoversOf(beside, groups)
    // What one bead lacks and another has too much of was only moved.
    const own = groupBy(without(source, target), ({ group }) => group)
    const others = groupBy(without(target, source), ({ group }) => group)
    for (const [index, group] of groups.entries()) {
      const [here, there] = [own.get(index) ?? [], others.get(index) ?? []]
      if (here.length === there.length) yield* findingsFor(beside, group, here, there)
      else {
        const isNews = (each: Leftover): boolean => !isSmall(each) && !each.isSaidAgain
        yield* findingsFor(beside, group, here.filter(isNews), there.filter(isNews))
      }
    }
  },
})
