import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runLint } from '../../src/cli/lint/lint.ts'
import { terminal } from './terminal.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const guide = 'guides/thunderbird/guide.pl-pl.md'
const columns = 96

/** What `hexapla lint` shows of a Polish guide that a French fragment was put into, and then what `--fix` does. */
export async function frenchFragment(): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'hexapla-picture-'))
  try {
    for (const name of ['guides', 'hexapla.config.yaml'])
      cpSync(join(root, name), join(copy, name), { recursive: true })
    const file = join(copy, guide)
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace('(#ustawienia-do-wpisania)', '(#les-réglages-à-saisir)'))
    const found = await shown(copy)
    const repaired = await shown(copy, { fix: true })
    const prompt = (command: string): string => `\x1b[32m$\x1b[39m \x1b[1m${command}\x1b[22m`
    const lines = [
      prompt(`hexapla lint ${guide}`),
      '',
      ...found,
      '',
      prompt('hexapla lint --fix'),
      ...repaired,
    ]
    return terminal(columns, lines)
  } finally {
    rmSync(copy, { recursive: true })
  }
}

/** The lines that the program prints, without the time that it took. */
async function shown(copy: string, options: { fix?: true } = {}): Promise<string[]> {
  // The program asks how wide its terminal is; the picture must not depend on who draws it.
  process.stdout.columns = columns
  const { stdout } = await runLint([guide], { cwd: copy, reporter: 'stylish', color: true, ...options })
  return stdout
    .trimEnd()
    .replace(/, [\d.]+\sm?s(?=\x1b|\n|$)/, '')
    .split('\n')
}
