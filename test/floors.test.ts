import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, posix, relative, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

const source = resolve(import.meta.dirname, '../src')

/** The floors from the ground up; folders of one floor do not know each other. */
const floors: readonly (readonly string[])[] = [
  ['text'],
  ['markdown'],
  ['corpus'],
  ['l10n', 'settings', 'io'],
  ['lint', 'sync', 'exchange', 'translate', 'export', 'init'],
  ['run'],
  ['report', 'preview'],
  ['cli', 'lsp'],
]

/** `io` touches the disk, so the pure folders above it do without: `run`, which joins disk and rules, and the faces alone import it. */
const faces = new Set(['run', 'cli', 'preview', 'lsp'])

/** What only `io` may use; `cli/version.ts` reads the manifest for its version. */
const worldly = /^(?:node:(?:fs|fs\/promises|child_process|worker_threads|net|http|https)|globby)$/
const worldlyFiles = new Set(['cli/version.ts'])

interface Import {
  readonly from: string
  readonly to: string
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => /\.tsx?$/.test(path))

function importsOf(path: string): Import[] {
  const text = readFileSync(join(source, path), 'utf8')
  const specifiers = [
    ...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|new URL\()['"]([^'"]+)['"]/g),
  ]
  return specifiers.map(([, specifier = '']) => ({ from: path, to: resolved(path, specifier) }))
}

function resolved(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  return relative(source, resolve(source, dirname(from), specifier))
    .split(sep)
    .join('/')
}

function folderOf(path: string): string {
  return path.split('/')[0] ?? ''
}

function floorOf(folder: string): number {
  return floors.findIndex((floor) => floor.includes(folder))
}

/** Why an import breaks the law; undefined where it keeps it. */
function offence({ from, to }: Import): string | undefined {
  const folder = folderOf(from)
  if (worldly.test(to)) {
    return folder === 'io' || worldlyFiles.has(from) ? undefined : 'only `io` touches the world'
  }
  if (!to.endsWith('.ts') && !to.endsWith('.tsx')) return undefined
  if (!from.includes('/')) return undefined
  const target = folderOf(to)
  if (folder === target) return undefined
  if (target === 'io' && !faces.has(folder)) return '`io` is for the faces alone'
  if (!to.includes('/')) return 'nothing imports the public face'
  return floorOf(target) < floorOf(folder) ? undefined : 'it points up, or to a neighbour'
}

const imports = files.flatMap(importsOf)

describe('the law of the floors', () => {
  test('every folder stands on a floor', () => {
    const homeless = files.filter((path) => path.includes('/') && floorOf(folderOf(path)) < 0)
    expect(homeless).toEqual([])
  })

  test('every arrow points down', () => {
    const broken = imports.flatMap((each) => {
      const why = offence(each)
      return why === undefined ? [] : [`${each.from} -> ${each.to}: ${why}`]
    })
    expect(broken).toEqual([])
  })

  test('it reads every file, and sees the imports that are there', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(imports.filter(({ to }) => files.includes(to)).length).toBeGreaterThan(files.length)
  })

  test.each([
    [{ from: 'text/range.ts', to: 'markdown/facts.ts' }, 'it points up, or to a neighbour'],
    [{ from: 'lint/run.ts', to: 'sync/plan.ts' }, 'it points up, or to a neighbour'],
    [{ from: 'lint/run.ts', to: 'io/read.ts' }, '`io` is for the faces alone'],
    [{ from: 'corpus/corpus.ts', to: 'node:fs' }, 'only `io` touches the world'],
    [{ from: 'report/json.ts', to: 'index.ts' }, 'nothing imports the public face'],
    [{ from: 'lint/run.ts', to: 'corpus/corpus.ts' }, undefined],
  ])('it would tell of %o', (each, why) => {
    expect(offence(each)).toBe(why)
  })

  test('no circles', () => {
    const edges = new Map(files.map((path) => [path, importsOf(path).map(({ to }) => to)]))
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (path: string, trail: readonly string[]): void => {
      const start = trail.indexOf(path)
      if (start >= 0)
        circles.push([...trail.slice(start), path].map((each) => posix.normalize(each)).join(' -> '))
      if (start >= 0 || done.has(path)) return
      for (const next of edges.get(path) ?? []) if (edges.has(next)) visit(next, [...trail, path])
      done.add(path)
    }
    for (const path of files) visit(path, [])
    expect(circles).toEqual([])
  })

  test('no drawers', () => {
    const drawers = files.filter((path) =>
      /(?:^|\/)(?:utils?|helpers?|types|common|misc)(?:\.ts|\/)/.test(path),
    )
    expect(drawers).toEqual([])
  })
})
