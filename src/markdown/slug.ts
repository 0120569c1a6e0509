import transliterate from '@sindresorhus/transliterate'
import { slug as githubSlug } from 'github-slugger'

/** How a site makes anchors from headings. */
export type SlugAlgorithm = 'github' | 'transliterated' | 'kramdown' | 'python-markdown' | 'mdn'

interface Recipe {
  readonly slug: (words: string) => string
  /** What stands between a slug and the number of its repeat: `-` gives `parts-1`. */
  readonly separator: string
  /** The number of the first repeat, where it is not 1. */
  readonly firstRepeat?: number
}

/** Python-Markdown's `toc` extension, function `slugify`, over words in ASCII. */
function pythonSlug(words: string): string {
  return words
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-')
}

function ascii(words: string): string {
  return isAscii(words) ? words : words.normalize('NFKD').replace(/[^\x00-\x7F]/g, '')
}

function isAscii(words: string): boolean {
  return /^[\x00-\x7F]*$/.test(words)
}

/** kramdown, `Converter::Base#basic_generate_id`. */
function kramdownSlug(words: string): string {
  const slug = words
    .replace(/^[^a-zA-Z]+/, '')
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .replaceAll(' ', '-')
    .toLowerCase()
  return slug === '' ? 'section' : slug
}

/** What MDN's builder does with headings. */
function mdnSlug(words: string): string {
  return words
    .trim()
    .replace(/["#$%&+,/:;=?@[\]^`{|}~')(\\<>*]/g, '')
    .replace(/\s+/g, '_')
    .toLowerCase()
}

const recipes: Readonly<Record<SlugAlgorithm, Recipe>> = {
  github: { slug: githubSlug, separator: '-' },
  transliterated: {
    slug: (words) => pythonSlug(ascii(isAscii(words) ? words : transliterate(words))),
    separator: '_',
  },
  kramdown: { slug: kramdownSlug, separator: '-' },
  'python-markdown': { slug: (words) => pythonSlug(ascii(words)), separator: '_' },
  mdn: { slug: mdnSlug, separator: '_', firstRepeat: 2 },
}

/** The algorithms in the order in which `auto` prefers them. */
export const slugAlgorithms = Object.keys(recipes) as readonly SlugAlgorithm[]

/** The slugs of a page's headings in their order; a repeat gets the site's number: `parts`, `parts-1`. */
export function slugsOf(headings: readonly string[], algorithm: SlugAlgorithm): string[] {
  const { slug, separator, firstRepeat = 1 } = recipes[algorithm]
  const taken = new Map<string, number>()
  return headings.map((words) => {
    const base = slug(words)
    let result = base
    let count = taken.get(base)
    if (count !== undefined) {
      do result = `${base}${separator}${++count}`
      while (taken.has(result))
      taken.set(base, count)
    }
    taken.set(result, firstRepeat - 1)
    return result
  })
}
