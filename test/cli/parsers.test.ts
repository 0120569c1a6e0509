import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { allTables } from '../../src/markdown/canonical.ts'
import { triggers } from '../../src/markdown/triggers.ts'
import { buildCommand, folderOf, runCommand } from '../support/command.ts'

const root = resolve(import.meta.dirname, '../..')

beforeAll(buildCommand, 120_000)

/** Every text that the parsers read differently, a document each. */
function examples(): Record<string, string> {
  const known = [...allTables.normalisers, ...allTables.doubts, ...triggers]
  return Object.fromEntries(
    known.map(({ example, format }, at) => [
      `guides/example-${at}/guide.en-gb.${format === 'mdx' ? 'mdx' : 'md'}`,
      example,
    ]),
  )
}

const broken = {
  'guides/broken/guide.en-gb.mdx': '# A\n\n<Tabs>\n\n{a\n',
  'guides/broken/guide.fr-fr.md': '---\ntitle: [\n---\n\n|a|b|\n|c|d|\n\n[x](#nowhere)\n',
  'guides/deep/guide.en-gb.md': `${'>'.repeat(300)} a\n`,
}

test(
  'without the native parser not a byte of the report changes, the time aside',
  { timeout: 180_000 },
  async () => {
    const folder = folderOf({ ...examples(), ...broken })
    for (const name of ['guides', 'test/fixtures']) {
      mkdirSync(join(folder, 'guides', name), { recursive: true })
      cpSync(join(root, name), join(folder, 'guides', name), { recursive: true })
    }
    const reports: string[] = []
    for (const parser of ['native', 'auto', 'remark']) {
      const config = 'source: en-gb\nlayouts: ["guides/{guide}/{type}.{locale}.md"]\nextends: strict\n'
      writeFileSync(join(folder, 'hexapla.config.yaml'), `${config}parser: ${parser}\n`)
      const { code, stdout, stderr } = await runCommand(['lint', 'guides', '--json'], folder)
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
      reports.push(stdout.replace(/"durationMs": ?[\d.]+/, ''))
    }
    expect(reports[0]?.length).toBeGreaterThan(10_000)
    expect(reports[1]).toBe(reports[0])
    expect(reports[2]).toBe(reports[0])
  },
)
