import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { globbySync } from 'globby'
import type { Nodes } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { formatOf } from '../../src/corpus/document.ts'
import { RemarkPlugins } from '../../src/io/remark-plugins.ts'
import { loadNativeParse, loadRemarkParse, type Format } from '../../src/markdown/parse.ts'
import { treeForPlugins, type PluginMessage } from '../../src/markdown/plugin-tree.ts'
import { installPeers } from '../peers.ts'

const peers = import.meta.dirname
const presets = ['remark-preset-lint-recommended', 'remark-preset-lint-consistent']
const howMany = 300

/** What few documents do, so that the rules of style have something to say. */
const contrary: Readonly<Record<string, unknown>> = {
  'remark-lint-blockquote-indentation': 4,
  'remark-lint-code-block-style': 'indented',
  'remark-lint-emphasis-marker': '_',
  'remark-lint-fenced-code-marker': '~',
  'remark-lint-heading-style': 'setext',
  'remark-lint-link-title-style': "'",
  'remark-lint-list-item-indent': 'tab',
  'remark-lint-ordered-list-marker-style': ')',
  'remark-lint-ordered-list-marker-value': 'single',
  'remark-lint-rule-style': '* * *',
  'remark-lint-strong-marker': '_',
  'remark-lint-table-cell-padding': 'compact',
}

/**
 * Runs the plugins of remark-lint's recommended and consistent presets on this program's trees and by remark-cli, and
 * compares what they say. True where they say the same of every document whose trees agree.
 */
export async function run(folders: readonly string[]): Promise<boolean> {
  installPeers(peers)
  const all = globbySync(
    folders.map((folder) => `${folder}/**/*.{md,mdx}`),
    { absolute: true },
  ).sort()
  const step = Math.max(1, all.length / howMany)
  const files = Array.from(
    { length: Math.min(howMany, all.length) },
    (_, index) => all[Math.floor(index * step)] ?? '',
  )
  const texts = new Map(
    files.map((file, index) => [`${index}${/\.mdx?$/.exec(file)?.[0] ?? ''}`, readFileSync(file, 'utf8')]),
  )
  let isSame = true
  for (const options of [{}, contrary]) isSame = (await compare(files, texts, options)) && isSame
  return isSame
}

async function compare(
  files: readonly string[],
  texts: ReadonlyMap<string, string>,
  options: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const theirs = reportsOf(texts, options)
  const plugins = await RemarkPlugins.open(
    peers,
    { ...Object.fromEntries(presets.map((name) => [name, true])), ...options },
    'auto',
  )
  const tally = { agreeing: 0, same: 0, sameOfAgreeing: 0, messages: 0 }
  const rules = new Set<string>()
  for (const [name, text] of texts) {
    const expected = theirs.get(name) ?? []
    const found = (await plugins.run(text, name)).map(lineOf).sort()
    const isSame = JSON.stringify(found) === JSON.stringify(expected)
    const agrees = treesAgree(text, formatOf(name))
    if (agrees) tally.agreeing++
    if (isSame) tally.same++
    if (agrees && isSame) tally.sameOfAgreeing++
    if (agrees) {
      tally.messages += expected.length
      for (const line of expected) rules.add(line.split(' ')[1] ?? '')
    }
    if (isSame) continue
    console.log(`${files[Number(name.split('.')[0])] ?? name}${agrees ? ' (trees agree)' : ''}`)
    for (const line of found.filter((each) => !expected.includes(each)).slice(0, 3))
      console.log(`  ours alone   ${line}`)
    for (const line of expected.filter((each) => !found.includes(each)).slice(0, 3))
      console.log(`  theirs alone ${line}`)
  }
  console.log(
    `${texts.size} documents; the trees of ${tally.agreeing} agree, and of ${tally.sameOfAgreeing} of these the messages are the same: ${tally.messages} messages of ${rules.size} rules (${[...rules].sort().join(', ')})`,
  )
  console.log(`Whatever the trees, the messages of ${tally.same} documents are the same`)
  return tally.agreeing > 0 && tally.sameOfAgreeing === tally.agreeing
}

/** What a message says and where, on one line: `3:1-3:9 no-literal-urls …`. */
function lineOf({ reason, ruleId, fatal, place }: PluginMessage): string {
  const start = place && 'start' in place ? place.start : place
  const end = place && 'start' in place ? place.end : undefined
  const at = `${start?.line}:${start?.column}-${end?.line}:${end?.column}`
  return `${at} ${ruleId} ${fatal} ${reason}`
}

/** What remark-cli says of each text, once for Markdown and once for MDX, which need other plugins. */
function reportsOf(
  texts: ReadonlyMap<string, string>,
  options: Readonly<Record<string, unknown>>,
): Map<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-remark-'))
  try {
    const reports = new Map<string, string[]>()
    for (const format of ['md', 'mdx'] as const) {
      const own = [...texts].filter(([name]) => name.endsWith(`.${format}`))
      if (own.length === 0) continue
      for (const [name, text] of own) put(join(folder, format, name), text)
      const plugins = [
        'remark-gfm',
        'remark-frontmatter',
        ...(format === 'mdx' ? ['remark-mdx'] : []),
        ...presets,
      ]
      const fileOf = (name: string): string => join(peers, 'node_modules', name, 'index.js')
      const config = [
        ...plugins.map((name) =>
          name === 'remark-frontmatter' ? [fileOf(name), ['yaml', 'toml']] : fileOf(name),
        ),
        ...Object.entries(options).map(([name, value]) => [fileOf(name), value]),
      ]
      const rc = join(folder, `${format}.json`)
      put(rc, JSON.stringify({ plugins: config }))
      const cli = join(peers, 'node_modules/remark-cli/cli.js')
      const reporter = join(peers, 'brief-report.mjs')
      const args = [
        cli,
        '.',
        '--ext',
        format,
        '--no-config',
        '--no-ignore',
        '--rc-path',
        rc,
        '--report',
        reporter,
        '--no-color',
      ]
      const { stderr, error } = spawnSync(process.execPath, args, {
        cwd: join(folder, format),
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      })
      if (error) throw error
      const read = JSON.parse(stderr) as { path: string; messages: PluginMessage[] }[]
      for (const { path, messages } of read)
        reports.set(path.replace(/^\.\//, ''), messages.map(lineOf).sort())
    }
    return reports
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

const native = await loadNativeParse()
const remark = await loadRemarkParse()

/** True where this program's tree is the very tree of remark with its extensions. */
function treesAgree(text: string, format: Format): boolean {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text
  const reference = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml'])
  if (format === 'mdx') reference.use(remarkMdx)
  try {
    const expected = reference.parse(body)
    let tree
    try {
      tree = treeForPlugins(body, format, native ?? remark)
    } catch {
      tree = treeForPlugins(body, format, remark)
    }
    return JSON.stringify(shapeOf(tree)) === JSON.stringify(shapeOf(expected))
  } catch {
    return false
  }
}

/** A tree as plain data, keys in one order, without what plugins of remark-lint do not read. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value as Nodes)
    .filter(([key, each]) => key !== 'data' && each !== undefined && each !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, each]) => [key, shapeOf(each)]))
}
