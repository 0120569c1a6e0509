import { expect, test } from 'vitest'
import { isImports, isModuleCode } from '../../src/markdown/module-code.ts'

test.each([
  ["import Since from '~/Since.astro';", 'imports'],
  ["import { Steps, Card as Box } from 'a'\r\nimport * as all from \"b\"\nimport 'c';\n", 'imports'],
  ["import {\n  Steps,\n  Card,\n} from 'a'", 'imports'],
  ["import a from 'a'\nexport const ports = [993]", 'code'],
  ['export function portOf(name) {\n  return 993\n}', 'code'],
  ["import a from 'a'\nThis is for you.", 'words'],
  ["import your mail from 'Outlook' first", 'words'],
  ['export const is a keyword', 'words'],
  ['Import { Steps }', 'words'],
  ['', 'words'],
])('%j is %s', (text, kind) => {
  expect([isImports(text), isModuleCode(text)]).toEqual([kind === 'imports', kind !== 'words'])
})

// A pattern that could read a line in two ways would never come to an end here.
test('a long text that never becomes an import is told soon', () => {
  expect(isModuleCode(`import { ${'a as b, '.repeat(500)}`.slice(0, 4000))).toBe(false)
  expect(isModuleCode("import 'a' \n".repeat(330) + 'x')).toBe(false)
})
