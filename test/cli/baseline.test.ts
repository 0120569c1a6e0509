import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { runLint } from '../../src/cli/lint/lint.ts'
import type { LintOptions } from '../../src/cli/lint/options.ts'
import type { Outcome } from '../../src/cli/outcome.ts'

const legacy = '---\ntitle: Mail\n---\n\n## One\n\n[here](gone.md)\n\nThe port.  \n\n## Two\n\nText.\n'
const path = 'mail/guide.en-gb.md'
const baselineFile = '.hexapla/baseline.json'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hexapla-lint-'))
  put(path, legacy)
  put('hexapla.config.yaml', 'slugs: github\n')
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true })
})

function put(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true })
  writeFileSync(join(root, name), text)
}

const read = (name: string): string => readFileSync(join(root, name), 'utf8')

function lint(options: Partial<LintOptions> = {}, ...paths: string[]): Promise<Outcome> {
  return runLint(paths, { cwd: root, color: false, reporter: 'compact', ...options })
}

/** How many findings the baseline holds, told from its file. */
const recorded = (): number => (read(baselineFile).match(/: \d+,?$/gm) ?? []).length - 1

describe('a baseline', () => {
  test('old findings pass, a new one fails, a mended one leaves it, a moved paragraph changes nothing', async () => {
    expect((await lint()).exitCode).toBe(1)
    const made = await lint({ updateBaseline: true, reporter: 'stylish' })
    expect(made.stdout).toContain('`.hexapla/baseline.json` holds 3 findings')
    expect(made.exitCode).toBe(0)
    const first = read(baselineFile)
    expect(recorded()).toBe(3)

    expect(await lint()).toMatchObject({ stdout: 'no findings\n', exitCode: 0 })
    expect((await lint({ reporter: 'stylish' })).stdout).toContain('3 known findings of')
    expect((await lint({ baseline: false })).exitCode).toBe(1)

    put(path, legacy.replace('[here](gone.md)\n\n', '').replace('Text.', 'Text.\n\n[here](gone.md)'))
    expect(await lint()).toMatchObject({ stdout: 'no findings\n', exitCode: 0 })
    await lint({ updateBaseline: true })
    expect(read(baselineFile)).toBe(first)

    put(path, `${legacy}\n[the other guide](away.md)\n`)
    const fresh = await lint()
    expect(fresh.stdout).toMatch(/^mail\/guide\.en-gb\.md:15:\d+: error: [^\n]*away\.md[^\n]*\n1 error\n$/)
    expect(fresh.exitCode).toBe(1)

    put(path, legacy.replace('The port.  ', 'The port.'))
    expect((await lint({ reporter: 'stylish' })).stdout).toContain(
      '1 finding of `.hexapla/baseline.json` is gone',
    )
    await lint({ updateBaseline: true })
    expect(recorded()).toBe(2)
  })

  test('repairs leave it by themselves', async () => {
    await lint({ updateBaseline: true })
    const { stdout } = await lint({ fix: true, reporter: 'stylish' })
    expect(read(path)).toBe(legacy.replace('  \n', '\n'))
    expect(stdout).toContain('is gone, and no longer in it')
    expect(recorded()).toBe(2)
  })

  test('what a run did not look at stays in it; an empty one is no file', async () => {
    put('other/guide.en-gb.md', legacy)
    await lint({ updateBaseline: true })
    expect(recorded()).toBe(6)
    put(path, legacy.replace('[here](gone.md)', 'Text.').replace('  \n', '\n'))
    await lint({ updateBaseline: true }, 'mail')
    expect(recorded()).toBe(3)
    rmSync(join(root, 'other'), { recursive: true })
    await lint({ updateBaseline: true })
    expect(existsSync(join(root, baselineFile))).toBe(false)
  })

  test.each([
    ['{', /^\.hexapla\/baseline\.json: Unexpected text, expected JSON/],
    ['{"version":1}', /^\.hexapla\/baseline\.json: Unexpected `findings`/],
  ])('%s is refused', async (text, message) => {
    put(baselineFile, text)
    await expect(lint()).rejects.toThrow(message)
  })

  test('it is not asked for twice', async () => {
    await expect(lint({ updateBaseline: true, diff: true })).rejects.toThrow(
      'Unexpected `--diff` beside `--update-baseline`, expected one or the other',
    )
  })
})

describe('where the report goes', () => {
  test('into a file, with the folders that lead to it', async () => {
    const { stdout, stderr, exitCode } = await lint({ reporter: 'junit', outputFile: 'reports/a/lint.xml' })
    expect(stdout).toBe('')
    expect(stderr).toBe('1 error, 1 warning, 1 info: see `reports/a/lint.xml`\n')
    expect(exitCode).toBe(1)
    expect(read('reports/a/lint.xml')).toContain('<testsuites name="hexapla" tests="3"')
  })

  test('never over what is no file', async () => {
    mkdirSync(join(root, 'reports'))
    await expect(lint({ outputFile: 'reports' })).rejects.toThrow('expected one that can be written')
  })

  test('on GitHub, notes beside the lines, and a summary on the job’s page', async () => {
    vi.stubEnv('GITHUB_STEP_SUMMARY', join(root, 'summary.md'))
    vi.stubEnv('GITHUB_WORKSPACE', root)
    put('summary.md', 'Before.\n')
    const { stdout } = await lint({ reporter: 'github', cwd: join(root, 'mail') })
    expect(stdout).toMatch(
      /^::error file=mail\/guide\.en-gb\.md,line=7,endLine=7,col=8,endColumn=15,title=link-target::/m,
    )
    expect(read('summary.md')).toMatch(/^Before\.\n### Hexapla: 1 error, 1 warning, 1 info in 1 document\n/)
  })

  test('warnings fail a run where too many are too many', async () => {
    put(path, legacy.replace('(gone.md)', '(guide.en-gb.md)'))
    expect((await lint()).exitCode).toBe(0)
    expect((await lint({ maxWarnings: 1 })).exitCode).toBe(0)
    expect((await lint({ maxWarnings: 0 })).exitCode).toBe(1)
    expect((await lint({ maxWarnings: 0, quiet: true })).stdout).toBe('1 warning, 1 info\n')
  })
})
