import type { Facts, Heading } from '../../markdown/facts.ts'
import { writtenHeadings } from '../headings.ts'
import { documentRule, type Rule } from '../rule.ts'

/** The page's title counts as its level 1, where the front matter says it. */
function hasTitle({ frontMatter }: Facts): boolean {
  return frontMatter?.fields.some(({ key, value }) => key === 'title' && value.trim() !== '') ?? false
}

const rawHeading = /<h([1-6])(?=[\s>])/gi

/** The levels of headings in raw HTML, with their offsets. */
function rawLevels(text: string, { opaque }: Facts): (readonly [offset: number, depth: number])[] {
  return opaque.flatMap(({ start, end }) =>
    Array.from(
      text.slice(start, end).matchAll(rawHeading),
      ({ 1: depth, index }) => [start + index, Number(depth)] as const,
    ),
  )
}

/** Every heading with the level above it, raw HTML between them included; undefined where nothing stands above it. */
function* withLevelAbove(
  text: string,
  facts: Facts,
): Iterable<readonly [heading: Heading, above: number | undefined]> {
  const raw = rawLevels(text, facts)
  let above = hasTitle(facts) ? 1 : undefined
  let next = 0
  for (const heading of writtenHeadings(text, facts)) {
    for (; next < raw.length && (raw[next]?.[0] ?? 0) < heading.range.start; next++)
      above &&= Math.max(above, raw[next]?.[1] ?? 0)
    yield [heading, above]
    above = heading.depth
  }
}

export const rule: Rule = documentRule<object>({
  id: 'heading-increment',
  summary: 'a heading that skips a level, or a second heading of level 1',
  why: 'Screen readers and tables of contents take the levels for the outline of the page: a skipped one looks like a missing part, a second level 1 like a second page.',
  severity: 'warning',
  defaults: {},
  examples: [
    {
      name: 'A level that nothing opens',
      files:
        '---\ntitle: Mail\n---\n\n## Set up\n\n⟦#### Ports⟧\n\nText.\n\n## In case of trouble\n\n### No mail comes\n\nText.\n',
      reasons: ['Unexpected heading of level 4 below one of level 2, expected level 3'],
    },
    {
      name: 'Right below the title',
      files: {
        'mail/guide.pl-pl.md': '---\ntitle: Poczta\n---\n\n⟦### Ustawienia⟧\n\nTekst.\n',
      },
      reasons: ['Unexpected heading of level 3 below the title, expected level 2'],
    },
    {
      name: 'Two titles',
      files: '# Mail\n\nText.\n\n⟦# Ports⟧\n\nText.\n',
      reasons: ['Unexpected second heading of level 1, expected one on a page'],
    },
    {
      name: 'Headings in raw HTML, and code that raw HTML has swallowed half of',
      files:
        '---\ntitle: Mail\n---\n\n<h2>Set up</h2>\n\n### Ports\n\n<div>\n```\nset up\n\n# a remark\n\n##### another\n```\n\nText.\n',
    },
    {
      name: 'Up by any number of levels, down by one',
      files: '---\ntitle: Mail\n---\n\n## Set up\n\n### Ports\n\n#### IMAP\n\nText.\n\n## Try it\n\nText.\n',
    },
  ],
  *check({ facts, text }) {
    let first: Heading | undefined
    for (const [heading, above] of withLevelAbove(text, facts)) {
      const { depth, range } = heading
      if (depth === 1) {
        if (first) yield { range, reason: 'Unexpected second heading of level 1, expected one on a page' }
        first ??= heading
      }
      if (above === undefined || depth <= above + 1) continue
      const place = heading === facts.headings[0] ? 'the title' : `one of level ${above}`
      yield {
        range,
        reason: `Unexpected heading of level ${depth} below ${place}, expected level ${above + 1}`,
      }
    }
  },
})
