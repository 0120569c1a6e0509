import { matchesInProse } from '../words.ts'
import { documentRule, type Rule } from '../rule.ts'

const tagNames =
  'b|i|u|s|url|img|quote|code|color|size|list|center|left|right|email|blue|red|green|orange|black|gray'

/** Closing marks of BBCode, torn ones too: `[/url]`, `[/ b]`, `/i]`. */
const closing = new RegExp(`\\[?/ ?(?:${tagNames})\\]`, 'giu')

/** Opening marks; without a value they count only where a closing mark of the name is in the document. */
const opening = new RegExp(`\\[(${tagNames})(=[^\\]\\n]*)?\\]`, 'giu')

/** An entity that was escaped twice: readers see `&nbsp;`. */
const entity = /&amp;(?:nbsp|lt|gt|quot|amp|eacute|egrave|agrave|#\d{2,5});/giu

/** Tags that word processors and old editors leave behind. */
const oldTag = /<\/?(?:font|center|o:p|st1:\w+|blink|marquee)\b[^>]*>|<\/br\s*>/giu

export const rule: Rule = documentRule<object>({
  id: 'markup-residue',
  summary: 'leftovers of BBCode, of another editor or of a CMS',
  why: 'Marks that this site does not know are shown as they are: readers see `[/url]` in the middle of a sentence.',
  severity: 'warning',
  defaults: {},
  examples: [
    {
      name: 'BBCode that outlived its forum',
      files: '---\ntitle: Mail\n---\n\nSet the account up as POP⟦[/ b]⟧ on the telephone.\n',
      reasons: ['Unexpected leftover markup `[/ b]`, expected none'],
    },
    {
      name: 'A link in BBCode',
      files:
        '---\ntitle: Mail\n---\n\nOpen ⟦[url="https://example.com"]⟧⟦[blue]⟧the panel⟦[/blue]⟧⟦[/url]⟧.\n',
      reasons: [
        'Unexpected leftover markup `[url="https://example.com"]`, expected none',
        'Unexpected leftover markup `[blue]`, expected none',
        'Unexpected leftover markup `[/blue]`, expected none',
        'Unexpected leftover markup `[/url]`, expected none',
      ],
    },
    { name: 'Brackets in code', files: '---\ntitle: Mail\n---\n\nWrite `[b]` for bold in the forum.\n' },
  ],
  *check({ facts, text }) {
    // A bare address swallows the marks that stand on it.
    const literals = facts.links.filter(({ form }) => form === 'literal').map(({ range }) => range)
    const words = [...facts.prose, ...literals].sort((a, b) => a.start - b.start)
    const closed = new Set<string>()
    const found: { start: number; end: number }[] = []
    for (const { range, match } of matchesInProse(text, words, closing)) {
      closed.add(match[0].replace(/[^\p{L}]/gu, '').toLowerCase())
      found.push(range)
    }
    for (const { range, match } of matchesInProse(text, words, opening)) {
      if (match[2] !== undefined || closed.has(match[1]?.toLowerCase() ?? '')) found.push(range)
    }
    for (const { range } of matchesInProse(text, words, entity)) found.push(range)
    for (const { range } of matchesInProse(text, facts.opaque, oldTag)) found.push(range)
    for (const range of found) {
      yield {
        range,
        reason: `Unexpected leftover markup \`${text.slice(range.start, range.end)}\`, expected none`,
      }
    }
  },
})
