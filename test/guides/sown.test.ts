import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runLint } from '../../src/cli/lint.ts'
import type { Report } from '../../src/report/report.ts'
import { defects } from './defects.ts'

const root = resolve(import.meta.dirname, '../..')
const copy = mkdtempSync(join(tmpdir(), 'hexapla-sown-'))
const originals = new Map<string, string>()

beforeAll(() => {
  cpSync(join(root, 'guides'), join(copy, 'guides'), { recursive: true })
  cpSync(join(root, 'hexapla.config.yaml'), join(copy, 'hexapla.config.yaml'))
  for (const { path, find, put } of defects) {
    const file = join(copy, 'guides', path)
    const text = readFileSync(file, 'utf8')
    if (text.split(find).length !== 2) throw new Error(`${path} has not once: ${find}`)
    if (!originals.has(path)) originals.set(path, text)
    writeFileSync(file, text.replace(find, () => put))
  }
})

afterAll(() => {
  rmSync(copy, { recursive: true })
})

async function lint(options: { fix?: true } = {}): Promise<string[]> {
  const { stdout } = await runLint([], {
    cwd: copy,
    reporter: 'json',
    color: false,
    ...options,
  })
  const { messages } = JSON.parse(stdout) as Report
  return messages.map(({ path, place, ruleId }) => `${path}:${place.start.line} ${ruleId}`).sort()
}

function place(path: string, put: string, below: number): number {
  const text = readFileSync(join(copy, 'guides', path), 'utf8')
  return text.slice(0, text.indexOf(put)).split('\n').length + below
}

describe('defects sown into the guides', () => {
  test('each is found where it stands, and nothing else is', async () => {
    const expected = defects.map(
      ({ path, put, rule, below = 0 }) => `guides/${path}:${place(path, put, below)} ${rule}`,
    )
    expect(await lint()).toEqual(expected.sort())
  })

  test('a repair gives back what stood there', async () => {
    await lint({ fix: true })
    for (const [path, original] of originals) {
      const own = defects.filter((defect) => defect.path === path)
      const text = readFileSync(join(copy, 'guides', path), 'utf8')
      for (const { name, find } of own.filter(({ mended }) => mended)) expect(text, name).toContain(find)
      if (own.every(({ mended }) => mended)) expect(text, path).toBe(original)
    }
  })
})
