import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runLint } from '../../src/cli/lint/lint.ts'
import type { Report } from '../../src/report/report.ts'
import { defects } from './defects.ts'
import { placesIn, root, sowInto } from './sow.ts'

const copy = mkdtempSync(join(tmpdir(), 'hexapla-sown-'))
cpSync(join(root, 'hexapla.config.yaml'), join(copy, 'hexapla.config.yaml'))
const originals = sowInto(copy)

afterAll(() => {
  rmSync(copy, { recursive: true })
})

async function lint(options: { fix?: true } = {}): Promise<string[]> {
  const { stdout } = await runLint([], { cwd: copy, reporter: 'json', color: false, ...options })
  const { messages } = JSON.parse(stdout) as Report
  return messages.map(({ path, place, ruleId }) => `${path}:${place.start.line} ${ruleId}`).sort()
}

describe('defects sown into the guides', () => {
  test('each is found where it stands, and nothing else is', async () => {
    const expected = placesIn(copy).map(({ path, line, rule }) => `${path}:${line} ${rule}`)
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
