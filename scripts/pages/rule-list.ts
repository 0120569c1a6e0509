import { readdirSync } from 'node:fs'
import type { Rule } from '../../src/lint/rule.ts'

const folder = new URL('../../src/lint/rules/', import.meta.url)

/** All rules by their ids: what the files of the rules' folder export. */
export async function listRules(): Promise<readonly Rule[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'index.ts')
  const modules = await Promise.all(
    files.map((name) => import(new URL(name, folder).href) as Promise<Readonly<Record<string, unknown>>>),
  )
  const rules = modules.flatMap((exported) => Object.values(exported).filter(isRule))
  return rules.sort((a, b) => (a.id < b.id ? -1 : 1))
}

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'id' in value && 'examples' in value
}
