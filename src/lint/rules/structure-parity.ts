import { countIn, type Block } from '../../markdown/block.ts'
import type { Facts } from '../../markdown/facts.ts'
import { unmatched } from '../../text/unmatched.ts'
import { besideSource, type Beside } from '../beside-source.ts'
import type { Group } from '../../l10n/alignment.ts'
import type { Finding } from '../finding.ts'
import { siblingRule, type Rule } from '../rule.ts'

/** Blocks of one side without a partner, one after the other, and where the other side goes on. */
interface Gap {
  readonly source: readonly Block[]
  readonly target: readonly Block[]
  /** The last blocks before it that stand for each other. */
  readonly before: { readonly source?: Block; readonly target?: Block }
}

function gapsIn(groups: readonly Group[]): Gap[] {
  const gaps: Gap[] = []
  let open: { source: Block[]; target: Block[] } | undefined
  let before: Gap['before'] = {}
  for (const { source, target } of groups) {
    if (source.length > 0 && target.length > 0) {
      const [from, to] = [source.at(-1), target.at(-1)]
      before = { ...(from && { source: from }), ...(to && { target: to }) }
      open = undefined
    } else {
      if (!open) gaps.push({ ...(open = { source: [], target: [] }), before })
      open.source.push(...source)
      open.target.push(...target)
    }
  }
  return gaps
}

/** What one side of a gap has: a section, a heading alone, a callout, a table, a list. */
interface Part {
  readonly kind: 'section' | 'heading' | 'callout' | 'table' | 'list'
  readonly block: Block
  /** How many words it has, with all that lies in it. */
  readonly words: number
}

/** The parts that some blocks make; what lies in a section is a part of it. */
function partsOf(blocks: readonly Block[], isAlone: (block: Block) => boolean): Part[] {
  const parts: Part[] = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]
    if (!block) continue
    const end = endOf(blocks, at)
    const own = blocks.slice(at, end)
    const kind = kindOf(own, isAlone)
    if (kind) parts.push({ kind, block, words: own.reduce((sum, each) => sum + countIn(each), 0) })
    at = end - 1
  }
  return parts
}

/** Where a part ends that begins at a place: at the next heading, or where the list or quote is left. */
function endOf(blocks: readonly Block[], at: number): number {
  const { kind, level } = blocks[at] ?? { kind: 'paragraph', level: 0 }
  const isIn = (next: Block): boolean =>
    kind === 'heading'
      ? next.kind !== 'heading'
      : kind === 'callout'
        ? next.level >= level && next.kind !== 'heading'
        : kind === 'item' && (next.kind === 'item' || next.level >= level)
  let end = at + 1
  for (let next = blocks[end]; next && isIn(next); next = blocks[end]) end++
  return end
}

function kindOf(
  [first, second]: readonly Block[],
  isAlone: (block: Block) => boolean,
): Part['kind'] | undefined {
  if (first?.kind === 'heading') return second ? 'section' : 'heading'
  if (first?.kind === 'item') return second && isAlone(first) ? 'list' : undefined
  return first?.kind === 'callout' || first?.kind === 'table' ? first.kind : undefined
}

/** The parts of one side for which the other side has none of their kind in the same gap. */
function unanswered(parts: readonly Part[], others: readonly Block[]): Part[] {
  const kindOf = ({ kind }: { kind: Part['kind'] | Block['kind'] }): Block['kind'] =>
    kind === 'section' ? 'heading' : kind === 'list' ? 'item' : kind
  return unmatched(parts, others, kindOf)
}

/** True of an item that no item of the same text with a partner stands next to: its whole list has none. */
function aloneIn({ blocks }: Facts, lonely: ReadonlySet<Block>): (block: Block) => boolean {
  const placeOf = new Map(blocks.map((block, place) => [block, place]))
  return (block) => {
    const at = placeOf.get(block) ?? 0
    const before = blocks[at - 1]
    if (before?.kind === 'item' && !lonely.has(before)) return false
    let next = at
    while (lonely.has(blocks[next] ?? block) && next < blocks.length) next++
    return blocks[next]?.kind !== 'item'
  }
}

function words({ kind, block }: Part, facts: Facts, text: () => string): string {
  if (kind === 'section' || kind === 'heading') {
    const heading = facts.headings.find(({ contentRange }) => contentRange.start === block.range.start)
    return `${kind} “${heading?.text ?? ''}”`
  }
  if (kind !== 'callout') return kind
  return `callout \`${text().slice(block.range.start, block.range.end).split(/\s/, 1)[0] ?? ''}\``
}

function* findingsFor(
  beside: Beside,
  gap: Gap,
  isAlone: { source: (block: Block) => boolean; target: (block: Block) => boolean },
): Iterable<Finding> {
  const { source, target, sourceText, targetText } = beside
  const locale = source.locale ?? ''
  const start = { start: 0, end: 0 }
  for (const part of unanswered(partsOf(gap.source, isAlone.source), gap.target)) {
    yield {
      range: gap.before.target?.range ?? start,
      reason: `Unexpected absence of the ${words(part, source.facts, sourceText)}, expected it after this, as in \`${locale}\``,
      related: [{ path: source.path, range: part.block.range, reason: 'The source has it here' }],
      words: part.words,
    }
  }
  for (const part of unanswered(partsOf(gap.target, isAlone.target), gap.source)) {
    yield {
      range: part.block.range,
      reason: `Unexpected ${words(part, target.facts, targetText)}, expected none here, as in \`${locale}\``,
      related: [
        {
          path: source.path,
          range: gap.before.source?.range ?? start,
          reason: 'The source goes on after this',
        },
      ],
    }
  }
}

const french =
  '---\ntitle: Messagerie\n---\n\n## Les serveurs\n\nLe serveur entrant écoute sur le port 993.\n\n## Aller plus loin\n\nÉchangez avec nous sur le forum des utilisateurs.\n'
const polish = '---\ntitle: Poczta\n---\n\n## Serwery\n\n'

export const rule: Rule = siblingRule<object>({
  id: 'structure-parity',
  summary:
    'a section, callout, table or list that the source has and the target lacks, or the other way round',
  why: 'A warning that stands in one language alone warns some readers and not others; so it is with every step and every table.',
  severity: 'warning',
  defaults: {},
  inputs: ['source', 'localeOnly'],
  examples: [
    {
      name: 'A section that is missing',
      config: 'source: fr-fr',
      files: {
        'mail/guide.fr-fr.md': french,
        'mail/guide.pl-pl.md': `${polish}⟦Serwer poczty przychodzącej nasłuchuje na porcie 993.⟧\n`,
      },
      reasons: ['Unexpected absence of the section “Aller plus loin”, expected it after this, as in `fr-fr`'],
    },
    {
      name: 'A callout of one’s own',
      config: 'source: fr-fr',
      files: {
        'mail/guide.fr-fr.md':
          '---\ntitle: Messagerie\n---\n\n## Les serveurs\n\nLe serveur entrant écoute sur le port 993.\n',
        'mail/guide.pl-pl.md': `${polish}> ⟦[!warning]⟧\n>\n> Uwaga.\n\nSerwer poczty przychodzącej nasłuchuje na porcie 993.\n`,
      },
      reasons: ['Unexpected callout `[!warning]`, expected none here, as in `fr-fr`'],
    },
    {
      name: 'A notice that the config declares to be of one locale',
      config: 'source: fr-fr\nlocaleOnly:\n  - callout: "Tę stronę przetłumaczono maszynowo*"',
      files: {
        'mail/guide.fr-fr.md':
          '---\ntitle: Messagerie\n---\n\n## Les serveurs\n\nLe serveur entrant écoute sur le port 993.\n',
        'mail/guide.pl-pl.md': `${polish}> [!info]\n> Tę stronę przetłumaczono maszynowo.\n\nSerwer poczty przychodzącej nasłuchuje na porcie 993.\n`,
      },
    },
  ],
  *check(document, view) {
    const beside = besideSource(document, view)
    if (!beside) return
    const { source, target, alignment } = beside
    const groups = alignment.groups
    const lonely = new Set(
      groups.flatMap((group) =>
        group.source.length === 0 || group.target.length === 0 ? [...group.source, ...group.target] : [],
      ),
    )
    const isAlone = { source: aloneIn(source.facts, lonely), target: aloneIn(target.facts, lonely) }
    for (const gap of gapsIn(groups)) yield* findingsFor(beside, gap, isAlone)
  },
})
