// Writes the files that are made from the code; with `--check` it writes nothing, and fails where one is not current.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { configJsonSchemaOf } from '../src/corpus/config-json-schema.ts'
import { pageJsonSchema } from '../src/export/page-schema.ts'
import { reportJsonSchema } from '../src/report/json-schema.ts'
import { canonJsonSchema } from '../src/settings/canon-schema.ts'
import { ruleIndexPage, rulePage } from '../src/report/rule-page.ts'
import { configPage } from './pages/config-page.ts'
import { listRuleIds, ruleIndexModule } from './pages/rule-index.ts'
import { listRules } from './pages/rule-list.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const rules = await listRules()
const configSchema = configJsonSchemaOf(new Map(rules.map(({ id, options }) => [id, options])))

/** Every file that is made from the code, with what makes its text. */
const pages: Readonly<Record<string, () => string>> = {
  'docs/schema/config.schema.json': () => `${JSON.stringify(configSchema, undefined, 2)}\n`,
  'docs/config.md': () => configPage(configSchema),
  'docs/schema/page.schema.json': pageJsonSchema,
  'docs/schema/report.schema.json': reportJsonSchema,
  'docs/schema/settings.schema.json': () => `${JSON.stringify(canonJsonSchema(), undefined, 2)}\n`,
  'docs/rules/README.md': () => ruleIndexPage(rules),
  ...Object.fromEntries(rules.map((rule) => [`docs/rules/${rule.id}.md`, () => rulePage(rule)])),
  'src/lint/rules/index.ts': () => ruleIndexModule(listRuleIds()),
}

const stale = Object.entries(pages)
  .map(([path, make]) => ({ path, text: make() }))
  .filter(({ path, text }) => current(path) !== text)

if (process.argv.includes('--check')) {
  for (const { path } of stale)
    console.error(`Unexpected ${path}, expected what the code says: run \`npm run pages\``)
  if (stale.length > 0) process.exitCode = 1
} else {
  for (const { path, text } of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    console.log(path)
  }
}

/** The text of a file as it stands; undefined where there is none. */
function current(path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n')
  } catch {
    return undefined
  }
}
