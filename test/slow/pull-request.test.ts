import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { placesIn, root, sowInto } from '../guides/sow.ts'

interface Step {
  readonly name?: string
  readonly uses?: string
  readonly run?: string
}

const workflow = parse(readFileSync(join(root, '.github/workflows/guides.yml'), 'utf8')) as {
  readonly jobs: { readonly lint: { readonly steps: readonly Step[] } }
}
const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
}, 60_000)

/** A runner after both checkouts: the target branch, and in it the proposal. */
function runner(): { work: string; proposal: string } {
  const work = mkdtempSync(join(tmpdir(), 'hexapla-runner-'))
  made.push(work)
  const left = new Set(['.git', 'node_modules', 'coverage'])
  cpSync(root, work, { recursive: true, filter: (path) => !left.has(basename(path)) })
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false']
  for (const words of [
    ['init', '--quiet'],
    ['add', '--all'],
    ['commit', '--quiet', '--message', 'Begin'],
  ])
    spawnSync('git', [...who, ...words], { cwd: work })
  symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'), 'dir')
  const proposal = join(work, 'proposal')
  mkdirSync(proposal)
  return { work, proposal }
}

/** Runs the workflow's own scripts as GitHub does, up to the first that fails. */
function runSteps(work: string): { last: string; status: number | null; log: string; summary: string } {
  const file = join(work, 'summary.md')
  writeFileSync(file, '')
  let outcome = { last: '', status: 0 as number | null, log: '' }
  for (const { name = '', run } of workflow.jobs.lint.steps) {
    if (run === undefined) continue
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', run], {
      cwd: work,
      encoding: 'utf8',
      env: { ...process.env, GITHUB_WORKSPACE: work, GITHUB_STEP_SUMMARY: file, CI: 'true' },
    })
    outcome = { last: name, status, log: status === 0 || name === 'Lint' ? stdout : stdout + stderr }
    if (status !== 0) break
  }
  return { ...outcome, summary: readFileSync(file, 'utf8') }
}

describe.skipIf(process.platform === 'win32')('the pull-request job', () => {
  test('passes guides that are clean', () => {
    const { work, proposal } = runner()
    cpSync(join(root, 'guides'), join(proposal, 'guides'), { recursive: true })
    expect(runSteps(work)).toMatchObject({ last: 'Lint', status: 0 })
  })

  test('notes each defect beside its line, whatever else the proposal brings', () => {
    const { work, proposal } = runner()
    sowInto(proposal)
    const places = placesIn(proposal)
    const trap = join(work, 'trapped')
    writeFileSync(join(proposal, 'hexapla.config.yaml'), 'exclude: ["*"]\n')
    writeFileSync(join(proposal, '.hexaplaignore'), '*\n')
    mkdirSync(join(proposal, 'scripts'))
    const script = `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(trap)}, '')\n`
    writeFileSync(join(proposal, 'scripts/hexapla.mjs'), script)
    const { last, status, log, summary } = runSteps(work)
    expect({ last, status }).toEqual({ last: 'Lint', status: 1 })
    for (const { path, line, rule } of places) {
      expect(log).toMatch(
        new RegExp(`^::(error|warning|notice) file=${path},line=${line},.*title=${rule}`, 'm'),
      )
      expect(summary).toContain(path)
    }
    expect(existsSync(trap)).toBe(false)
  })

  test('stops at guides that are a link to somewhere else', () => {
    const { work, proposal } = runner()
    symlinkSync('/etc', join(proposal, 'guides'), 'dir')
    expect(runSteps(work)).toMatchObject({ last: 'Put them in place', status: 1 })
  })
})
