import { readdirSync } from 'node:fs'

const folder = new URL('../../src/lint/rules/', import.meta.url)

/** The ids of the rules: the names of the files in their folder. */
export function listRuleIds(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -'.ts'.length))
    .sort()
}

/** The module that lists the rules, so that a rule is added by adding its file. */
export function ruleIndexModule(ids: readonly string[]): string {
  const names = ids.map(camelCase)
  const imports = ids.map((id, index) => `import { rule as ${names[index] ?? ''} } from './${id}.ts'\n`)
  return `// Made by \`npm run pages\` from the files of this folder.
import type { Rule } from '../rule.ts'
${imports.join('')}
/** Every rule, by id. */
export const rules: readonly Rule[] = ${list(names)}
`
}

/** As prettier sets it: on one line where that has room. */
function list(names: readonly string[]): string {
  const line = `[${names.join(', ')}]`
  const fits = `export const rules: readonly Rule[] = ${line}`.length <= 110
  return fits ? line : `[\n${names.map((name) => `  ${name},\n`).join('')}]`
}

function camelCase(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
