import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/io/browser.ts'
import { buildCommand, runCommand } from '../support/command.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'hexapla-readers-'))
const out = join(folder, 'out')

/** What a program prints; undefined where it is not installed. */
function outputOf(program: string, ...args: readonly string[]): string | undefined {
  const { error, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  return error ? undefined : stdout + stderr
}

const has = {
  // On some systems it is an archive for Java, to be named to it.
  epubcheck: outputOf('java', '-jar', '/usr/share/java/epubcheck.jar', '--version') !== undefined,
  poppler: outputOf('pdfinfo', '-v') !== undefined && findBrowser() !== undefined,
  office: outputOf('soffice', '--version') !== undefined && outputOf('pdftotext', '-v') !== undefined,
}

/** The documents of a format, by locale and name: `fr-fr/outlook.pdf`. */
function made(extension: string): string[] {
  return readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(`.${extension}`) && path !== 'manifest.json')
    .sort()
}

/** Words alone: a line may break anywhere, and a hyphen with it. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}

interface Node {
  readonly value?: string
  readonly properties?: { readonly className?: unknown }
  readonly children?: readonly Node[]
}

/** What a page's readers read, word by word; the title above questions is the exporter's own, for those who do not see them. */
function wordsOf(node: Node): string[] {
  const { value = '', children = [] } = node
  const read = isOf(node, 'callout-faq')
    ? children.filter((child) => !isOf(child, 'callout-title'))
    : children
  return [...value.split(/\s+/), ...read.flatMap(wordsOf)].map(bare).filter((word) => word !== '')
}

function isOf({ properties }: Node, name: string): boolean {
  return Array.isArray(properties?.className) && properties.className.includes(name)
}

/** The words of a page that a rendering of it lacks. */
function missingIn(rendered: string, path: string): string[] {
  const page = JSON.parse(readFileSync(join(out, path.replace(/\.\w+$/, '.json')), 'utf8')) as Node
  const whole = bare(rendered)
  return wordsOf(page).filter((word) => !whole.includes(word))
}

beforeAll(async () => {
  buildCommand()
  const formats = ['json', 'docx', 'epub', ...(findBrowser() === undefined ? [] : ['pdf'])]
  const { code, stderr } = await runCommand(['export', 'guides', '--to', ...formats, '--output', out], root)
  expect([code, stderr]).toEqual([0, ''])
}, 600_000)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(!has.epubcheck)('epubcheck', () => {
  test('takes every book without an error or a warning', () => {
    expect(made('epub').length).toBeGreaterThan(7)
    for (const path of made('epub')) {
      const said = outputOf('java', '-jar', '/usr/share/java/epubcheck.jar', join(out, path)) ?? ''
      expect([path, said]).toEqual([path, expect.stringContaining('No errors or warnings detected')])
    }
  })
})

describe.skipIf(!has.poppler)('poppler', () => {
  test('finds every PDF tagged, with all its words', () => {
    expect(made('pdf').length).toBe(made('json').length)
    for (const path of made('pdf')) {
      expect(outputOf('pdfinfo', join(out, path))).toMatch(/Tagged:\s+yes/)
      const words = outputOf('pdftotext', join(out, path), '-') ?? ''
      expect([path, missingIn(words, path)]).toEqual([path, []])
    }
  })
})

describe.skipIf(!has.office)('LibreOffice', () => {
  test('prints every DOCX with all its words', () => {
    const printed = join(folder, 'printed')
    const documents = made('docx')
    expect(documents.length).toBe(made('json').length)
    for (const path of documents) {
      const target = join(printed, path.split('/')[0] ?? '')
      outputOf('soffice', '--headless', '--convert-to', 'pdf', '--outdir', target, join(out, path))
      const pdf = join(printed, path.replace(/\.docx$/, '.pdf'))
      const words = outputOf('pdftotext', pdf, '-') ?? ''
      expect([path, missingIn(words, path)]).toEqual([path, []])
    }
  })
})
