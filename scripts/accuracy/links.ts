import GithubSlugger from 'github-slugger'
import { placesIn } from '../../src/text/source.ts'
import { lintFolder } from './linted.ts'

interface Page {
  readonly path: string
  readonly text: string
  /** What stands between fences, blanked out. */
  readonly shown: string
  readonly ids: ReadonlySet<string>
}

/**
 * Holds `link-fragment` and `link-target` against a check by line patterns that shares nothing with the program but
 * the slugger, on pages in folders named after their locales, whose addresses are their paths: `/fr/guides/mail/`.
 * Prints what only one of the two finds. True where the rules tell of nothing that the patterns do not.
 */
export async function run([folder, config]: readonly string[]): Promise<boolean> {
  if (folder === undefined)
    throw new Error('Unexpected call without a folder, expected one of pages by locale')
  const { messages, texts } = await lintFolder(folder, {
    only: new Set(['link-fragment', 'link-target']),
    ...(config === undefined ? {} : { configPath: config }),
  })
  const pages = new Map([...texts].map(([path, text]) => [addressOf(path), pageOf(path, text)]))
  const byRules = new Set(messages.map(({ path, place }) => `${path}:${place.start.line}`))
  const byPatterns = new Map<string, string>()
  let links = 0
  for (const page of pages.values()) {
    const { pointAt } = placesOf(page.text)
    for (const { url, offset } of linksOf(page.shown)) {
      links++
      if (isDead(url, page, pages)) byPatterns.set(`${page.path}:${pointAt(offset)}`, url)
    }
  }
  const both = [...byRules].filter((place) => byPatterns.has(place))
  const rulesAlone = [...byRules].filter((place) => !byPatterns.has(place))
  const patternsAlone = [...byPatterns].filter(([place]) => !byRules.has(place))
  console.log(`${links} internal links on ${pages.size} pages; both find ${both.length} lines with dead ones`)
  for (const place of both) console.log(`  ${place} ${byPatterns.get(place) ?? ''}`)
  console.log(`the rules alone: ${rulesAlone.length}`)
  for (const place of rulesAlone) console.log(`  ${place}`)
  console.log(`the patterns alone: ${patternsAlone.length}`)
  for (const [place, url] of patternsAlone) console.log(`  ${place} ${url}`)
  return rulesAlone.length === 0
}

function placesOf(text: string): { pointAt: (offset: number) => number } {
  const places = placesIn(text)
  return { pointAt: (offset) => places.pointAt(offset).line }
}

function addressOf(path: string): string {
  return path.replace(/\.mdx?$/, '').replace(/\/index$/, '')
}

function pageOf(path: string, text: string): Page {
  const shown = text.replace(/^(\s*)(`{3,}|~{3,})[^]*?^\s*\2/gm, (code) => code.replace(/[^\r\n]/g, ' '))
  const slugger = new GithubSlugger()
  const headings = [...shown.matchAll(/^#{1,6}[ \t]+(.*?)[ \t]*\r?$/gm)].map(([, words = '']) =>
    readable(words).trim(),
  )
  const explicit = [...shown.matchAll(/\b(?:id|name)="([^"]+)"/g)].map(([, id = '']) => id)
  return {
    path,
    text,
    shown,
    ids: new Set([...headings.map((words) => slugger.slug(words)), ...explicit, 'top']),
  }
}

/** A heading's words without tags, links and emphasis; what stands in code stays. */
function readable(words: string): string {
  const parts = words.split(/(`+[^`]*`+)/)
  return parts
    .map((part, index) =>
      index % 2 === 1 ? part.replaceAll('`', '') : part.replace(/<[^>]+>|\*\*|\[|\]\([^)]*\)|\\/g, ''),
    )
    .join('')
}

function linksOf(text: string): { url: string; offset: number }[] {
  const pattern = /\]\(([/#][^)\s]*)|href="([/#][^"]*)"|^\[[^\]]+\]:\s*([/#]\S*)/gm
  return [...text.matchAll(pattern)].map((match) => ({
    url: match[1] ?? match[2] ?? match[3] ?? '',
    offset: match.index,
  }))
}

/** Dead: a page of a locale that neither it nor the English part has, or a fragment that the page has no id for. */
function isDead(url: string, from: Page, pages: ReadonlyMap<string, Page>): boolean {
  const [path = '', fragment] = url.split('#')
  const address = (path.split('?')[0] ?? '').replace(/^\/|\/$/g, '')
  const isPage = /^[a-z]{2}\/./.test(address)
  const page = path === '' ? from : (pages.get(address) ?? pages.get(address.replace(/^[a-z]{2}\//, 'en/')))
  if (!page) return isPage
  return fragment !== undefined && fragment !== '' && !page.ids.has(decodeURIComponent(fragment))
}
