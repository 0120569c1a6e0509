import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { globbySync } from 'globby'
import type { Nodes } from 'mdast'
import { describe, expect, test } from 'vitest'
import { formatNames, loadExporter, profileFormats } from '../../src/export/formats.ts'
import { loadRemarkParse } from '../../src/markdown/parse.ts'
import { publicationFrom } from './pages.ts'

const root = resolve(import.meta.dirname, '../..')
const paths = globbySync(['guides/**/*.md', 'guides/**/*.svg'], { cwd: root }).sort()
const files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
const publication = publicationFrom(files, readFileSync(join(root, 'hexapla.config.yaml'), 'utf8'))
const parse = await loadRemarkParse()

/** Words and numbers, in the order of the text. */
function tokens(text: string): string[] {
  return text.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

interface Word {
  readonly word: string
  readonly inTable: boolean
}

interface Said {
  readonly words: readonly Word[]
  readonly addresses: readonly string[]
  /** How many. */
  readonly pictures: number
}

/** What the Markdown itself says, before anything of the dialect is resolved: words, addresses, number of pictures. */
function saidBy(markdown: string): Said {
  const words: Word[] = []
  const addresses: string[] = []
  let pictures = 0
  const visit = (node: Nodes, inTable: boolean): void => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code')
      for (const word of tokens(node.value.replace(/\{[.#][^}]*\}|\[![a-z]+\]|\[TOC\]/gi, ' ')))
        words.push({ word, inTable })
    if (node.type === 'link' && /^https?:/.test(node.url)) addresses.push(node.url)
    if (node.type === 'image') pictures++
    if ('children' in node) for (const child of node.children) visit(child, inTable || node.type === 'table')
  }
  visit(parse(markdown, 'markdown').tree, false)
  return { words, addresses, pictures }
}

const sources = new Map(publication.pages.map(({ path }) => [path, saidBy(files[path] ?? '')]))

/** The first word that is not there behind those before it; plain text sets wide tables row by row, with the head at each. */
function lost({ words }: Said, rendered: readonly string[], isPlain: boolean): string | undefined {
  let at = 0
  for (const { word, inTable } of words) {
    const found = rendered.indexOf(word, at)
    if (found < 0) return word
    if (!isPlain || !inTable) at = found + 1
  }
  return undefined
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The words of HTML or XML; tags within a word part nothing. */
function unmarked(markup: string): string {
  return markup
    .replace(/<(?:style|script|head)\b[\s\S]*?<\/(?:style|script|head)>/g, ' ')
    .replace(
      /<\/?(?:w:t|w:r|w:rPr|w:lang|w:rtl|w:rStyle|w:hyperlink|a|b|strong|em|code|kbd|span)\b[^>]*>/g,
      '',
    )
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name = '') =>
      hex !== undefined || decimal !== undefined
        ? String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16))
        : (entities[String(name)] ?? whole),
    )
}

/** The files of a format by path; what a book or a document for word processors holds, by its own. */
async function filesOf(format: string): Promise<Map<string, string>> {
  const exporter = await loadExporter(format)
  const made = new Map<string, string>()
  for await (const { path, data } of exporter?.files(publication) ?? []) {
    if (typeof data === 'string') made.set(path, data)
    else if (!/\.(?:docx|epub)$/.test(path)) made.set(path, Buffer.from(data).toString())
    else
      for (const [name, bytes] of Object.entries(unzipSync(data)))
        if (/\.(?:xml|xhtml|rels)$/.test(name)) made.set(`${path}/${name}`, strFromU8(bytes))
  }
  return made
}

/** Where a format says what a page says, and where its addresses stand. */
const places: Readonly<Record<string, (locale: string, guide: string) => readonly string[]>> = {
  html: (locale, guide) => [`${locale}/${guide}.html`],
  site: (locale, guide) => [`${locale}/${guide}.html`],
  pdf: (locale, guide) => [`${locale}/${guide}.pdf`],
  docx: (locale, guide) =>
    ['document.xml', '_rels/document.xml.rels'].map((name) => `${locale}/${guide}.docx/word/${name}`),
  epub: (locale, guide) => [`${locale}/${locale}.epub/EPUB/${guide}.xhtml`],
  txt: (locale, guide) => [`${locale}/${guide}.txt`],
  markdown: (locale, guide) => [`${locale}/${guide}.md`],
  json: (locale, guide) => [`${locale}/${guide}.json`],
}

describe('of the help centre’s own guides nothing is lost, and all keeps its order', () => {
  test.each(formatNames.filter((format) => !profileFormats.includes(format)))('%s', async (format) => {
    const made = await filesOf(format)
    let words = 0
    for (const { path, locale, guide } of publication.pages) {
      const said = sources.get(path) ?? saidBy('')
      const texts = (places[format]?.(locale, guide) ?? []).map((place) => made.get(place) ?? '')
      const [text = ''] = texts
      const isMarkup = !['txt', 'markdown'].includes(format)
      const shown = format === 'json' ? valuesIn(JSON.parse(text)).join('') : isMarkup ? unmarked(text) : text
      expect([path, lost(said, tokens(shown), format === 'txt')]).toEqual([path, undefined])
      const whole = texts.join('\n').replaceAll('&amp;', '&').replaceAll('&#x26;', '&')
      for (const address of said.addresses)
        expect([path, whole]).toEqual([path, expect.stringContaining(address)])
      if (['html', 'site', 'epub', 'pdf'].includes(format))
        expect([path, text.match(/<img /g)?.length ?? 0]).toEqual([path, said.pictures])
      words += said.words.length
    }
    expect(words).toBeGreaterThan(20_000)
  })
})

/** The words of a page as data; blocks part words, what stands in a line does not. */
function valuesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  if ('value' in node && typeof node.value === 'string') return [node.value]
  const children: unknown = 'children' in node ? node.children : undefined
  if (!Array.isArray(children)) return []
  const isBlock = !('tagName' in node) || !/^(?:a|b|strong|em|code|kbd|span)$/.test(String(node.tagName))
  return [...(isBlock ? [' '] : []), ...children.flatMap(valuesIn), ...(isBlock ? [' '] : [])]
}
