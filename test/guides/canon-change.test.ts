import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runLint } from '../../src/cli/lint/lint.ts'

const home = resolve(import.meta.dirname, '../..')
const canonPath = 'guides/settings.yaml'

interface Report {
  readonly messages: readonly {
    readonly path: string
    readonly place: { readonly start: { readonly offset: number } }
    readonly related?: readonly { readonly path: string }[]
  }[]
}

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hexapla-canon-'))
  cpSync(join(home, 'guides'), join(root, 'guides'), { recursive: true })
  cpSync(join(home, 'hexapla.config.yaml'), join(root, 'hexapla.config.yaml'))
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

/** The documents by their paths. */
function documents(): Map<string, string> {
  const names = readdirSync(join(root, 'guides'), { recursive: true, encoding: 'utf8' })
  return new Map(
    names
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => [name, readFileSync(join(root, 'guides', name), 'utf8')]),
  )
}

const lint = (more: { fix?: true; json?: true }) =>
  runLint(['guides'], { cwd: root, color: false, reporter: 'stylish', cache: false, ...more })

/** One line of the settings file is changed: what follows? */
describe('a change of the canonical settings reaches every locale', () => {
  test.each([
    ['993', '10993'],
    ['587', '2587'],
  ])('port %s becomes %s', async (old, next) => {
    const before = documents()
    const canon = readFileSync(join(root, canonPath), 'utf8')
    writeFileSync(join(root, canonPath), canon.replace(`: ${old}`, `: ${next}`))

    // Every place is pointed to, and no other.
    const word = new RegExp(`\\b${old}\\b`, 'g')
    const { messages } = JSON.parse((await lint({ json: true })).stdout) as Report
    const told = messages.map(({ path, place }) => `${relative('guides', path)} ${place.start.offset}`)
    const places = [...before].flatMap(([path, text]) =>
      [...text.matchAll(word)].map(({ index }) => `${path} ${index}`),
    )
    expect(places.length).toBeGreaterThan(16)
    expect(told.sort()).toEqual(places.sort())
    expect(messages[0]?.related?.[0]?.path).toBe(canonPath)

    // The repair mends them all, and nothing else.
    const { exitCode } = await lint({ fix: true })
    expect([...documents()]).toEqual([...before].map(([path, text]) => [path, text.replace(word, next)]))
    expect(exitCode).toBe(0)
  }, 90_000)

  test('the host moves', async () => {
    const before = documents()
    const canon = readFileSync(join(root, canonPath), 'utf8')
    writeFileSync(join(root, canonPath), canon.replaceAll('ssl0.ovh.net', 'mail.example.net'))
    await lint({ fix: true })
    const left = [...documents()].flatMap(([path, text]) => (text.includes('ssl0.ovh.net') ? [path] : []))
    expect(left).toEqual([])
    expect([...documents()]).toEqual(
      [...before].map(([path, text]) => [path, text.replaceAll('ssl0.ovh.net', 'mail.example.net')]),
    )
  }, 90_000)
})
