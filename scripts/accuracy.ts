// Measures what the program claims: `npm run accuracy -- <subject> [arguments]`.
const subjects: Readonly<
  Record<string, () => Promise<{ readonly run: (args: readonly string[]) => Promise<boolean> }>>
> = {
  parsers: () => import('./accuracy/parsers.ts'),
  memory: () => import('./accuracy/memory.ts'),
  'broken-kits': () => import('./accuracy/broken-kits.ts'),
  roundtrip: () => import('./accuracy/roundtrip.ts'),
  phrases: () => import('./accuracy/phrases.ts'),
  alignment: () => import('./accuracy/alignment.ts'),
  segments: () => import('./accuracy/segments.ts'),
  remark: () => import('./accuracy/remark.ts'),
  baseline: () => import('./accuracy/baseline.ts'),
  defects: () => import('./accuracy/defects.ts'),
  fixes: () => import('./accuracy/fixes.ts'),
  mutations: () => import('./accuracy/mutations.ts'),
  providers: () => import('./accuracy/providers.ts'),
  settings: () => import('./accuracy/settings.ts'),
  'settings-cost': () => import('./accuracy/settings-cost.ts'),
  links: () => import('./accuracy/links.ts'),
  sample: () => import('./accuracy/sample.ts'),
  sown: () => import('./accuracy/sown.ts'),
  untranslated: () => import('./accuracy/untranslated.ts'),
  stages: () => import('./accuracy/stages.ts'),
  replay: () => import('./accuracy/replay.ts'),
  history: () => import('./accuracy/history.ts'),
  'sync-bytes': () => import('./accuracy/sync-bytes.ts'),
}

const [subject = '', ...args] = process.argv.slice(2)
const load = subjects[subject]
if (load) {
  const { run } = await load()
  process.exitCode = (await run(args)) ? 0 : 1
} else {
  console.error(`Unexpected subject \`${subject}\`, expected one of ${Object.keys(subjects).join(', ')}`)
  process.exitCode = 2
}
