import type { Facts } from '../../markdown/facts.ts'
import { NearNames } from '../../text/near-names.ts'
import { sliceOf, type Range } from '../../text/range.ts'
import type { Finding } from '../finding.ts'
import { documentRule, type Rule } from '../rule.ts'
import { matchesInProse } from '../words.ts'

/** `[words][label]` and `[label][]` where the words are read as they stand: nothing defines the label. */
const reference = /\]\[([^\][\\`\n]{0,80})\]/g

/** Right before a bracket these make it an index or a call: `ports[0][1]`, `f()[x][y]`. */
const indexed = /[\p{L}\p{N}_)\]\\$]/u

const longestWords = 500

/** The opening bracket of the words before a reference's label, on its line and not far off. */
function openingOf(text: string, close: number): number | undefined {
  let depth = 0
  for (let at = close - 1; at >= Math.max(close - longestWords, 0); at--) {
    const sign = text.charCodeAt(at)
    if (sign === 10 || sign === 13) return undefined
    if (sign === 93) depth++
    else if (sign === 91 && depth-- === 0) return at
  }
  return undefined
}

function* undefinedReferences(text: string, { prose, definitions }: Facts): Iterable<Finding> {
  let names: NearNames | undefined
  for (const { range, match } of matchesInProse(text, prose, reference)) {
    const start = openingOf(text, range.start)
    if (start === undefined || indexed.test(text.charAt(start - 1))) continue
    const words = sliceOf(text, { start: start + 1, end: range.start })
    const label = (match[1] ?? '') === '' ? words : (match[1] ?? '')
    const isMeant = /\p{L}/u.test(words) && /[\p{L}\p{N}]/u.test(label) && !/^[\^!]|^ | $/.test(label)
    // `[string, <a>Type</a>][]` is a type of some programming language.
    if (!isMeant || /^[!^]|[<>]/.test(words) || (match[1] === '' && words.includes(','))) continue
    names ??= new NearNames(definitions.map(({ identifier }) => identifier))
    const near = names.near(label.toLowerCase())
    const from = text.charAt(start - 1) === '!' ? start - 1 : start
    yield {
      range: { start: from, end: range.end },
      reason: `Unexpected reference \`${label}\`, expected ${near === undefined ? 'a definition of it' : `\`${near}\``}`,
      note: 'Readers see the brackets as they stand',
      actual: label,
      ...(near !== undefined && { expected: near }),
    }
  }
}

const bracketed = /\[([^\][]{1,200})\]/g

function* uselessDefinitions(
  text: string,
  { definitions, links, images, opaque, code }: Facts,
): Iterable<Finding> {
  if (definitions.length === 0) return
  const used = new Set([...links, ...images].map(({ identifier }) => identifier))
  // What stands in raw HTML or in code may be meant as a reference by another reader than Markdown.
  const kept = new Set(
    [...opaque, ...code.map(({ range }) => range)].flatMap((range) =>
      Array.from(sliceOf(text, range).toLowerCase().matchAll(bracketed), ([, label]) => label),
    ),
  )
  const first = new Map<string, Range>()
  for (const { identifier, range, url } of definitions) {
    const earlier = first.get(identifier)
    if (!earlier) first.set(identifier, range)
    // `[//]: # (a remark)` is how people write what nobody should see.
    if ((used.has(identifier) && !earlier) || url === '#' || url === '' || identifier === '//') continue
    const words = sliceOf(text, labelRange(text, range))
    if (!earlier && kept.has(words.toLowerCase())) continue
    const label = `\`${words}\``
    yield {
      range,
      reason: earlier
        ? `Unexpected second definition of ${label}, expected one`
        : `Unexpected definition of ${label}, expected a reference to it`,
    }
  }
}

function labelRange(text: string, { start, end }: Range): Range {
  const close = text.indexOf(']:', start)
  return { start: start + 1, end: close < 0 ? end : Math.min(close, end) }
}

export const rule: Rule = documentRule<object>({
  id: 'reference-defined',
  summary:
    'a reference such as `[words][label]` without a definition, or a definition that nothing refers to',
  why: 'Without its definition a reference is no link: readers see brackets. A definition that is never used is often the other half of a label that was translated in one place alone.',
  severity: 'warning',
  defaults: {},
  examples: [
    {
      name: 'A label that was translated in one place alone',
      files: {
        'mail/guide.fr-fr.md':
          '---\ntitle: Messagerie\n---\n\nOuvrez l’⟦[espace client][espace]⟧.\n\n⟦[panel]: https://www.example.com/manager/⟧\n',
      },
      reasons: [
        'Unexpected reference `espace`, expected a definition of it',
        'Unexpected definition of `panel`, expected a reference to it',
      ],
    },
    {
      name: 'A slip of the pen, and a label that is defined twice',
      files:
        '---\ntitle: Mail\n---\n\nSee the ⟦[ports][prots]⟧ and the [ports].\n\n[ports]: #ports\n⟦[Ports]: #servers⟧\n',
      reasons: [
        'Unexpected reference `prots`, expected `ports`',
        'Unexpected second definition of `Ports`, expected one',
      ],
    },
    {
      name: 'References with their definitions, and brackets that are none',
      files:
        '---\ntitle: Mail\n---\n\nSee the [ports][] in `ports[0][in]`, [the panel][1] and servers[a][b].\n\n[ports]: #ports\n[1]: https://www.example.com/manager/\n[//]: # (a remark)\n',
    },
  ],
  *check({ facts, text }) {
    yield* undefinedReferences(text, facts)
    yield* uselessDefinitions(text, facts)
  },
})
