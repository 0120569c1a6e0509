import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Overview } from '../../src/preview/overview.ts'
import { hasBrowser, startBrowser } from '../support/browser.ts'
import { buildCommand } from '../support/command.ts'

const root = resolve(import.meta.dirname, '../..')
const main = join(root, 'dist/cli/main.js')

/** A folder of pages in folders named after their locales, `en` among them; without it, the guides alone are looked at. */
const pages = process.env.HEXAPLA_PAGES

const corpora = [
  { name: 'the guides', from: join(root, 'guides'), to: 'guides', config: undefined },
  ...(pages === undefined
    ? []
    : [
        {
          name: 'a large site',
          from: pages,
          to: '',
          config:
            "source: en\nlayouts: [{ files: '{locale}/{guide}.md' }, { files: '{locale}/{guide}.mdx' }]\n",
        },
      ]),
]

/** What each view shows once it is there. */
const views: Readonly<Record<string, string>> = {
  page: '.rendered',
  source: '.line',
  beside: '.pair',
  translate: '.unit, .waiting',
}

describe.skipIf(!hasBrowser).each(corpora)('$name', ({ from, to, config }) => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'hexapla-views-'))
  let browser: Browser
  let server: ChildProcess
  let url = ''

  beforeAll(async () => {
    buildCommand()
    cpSync(from, join(folder, to), { recursive: true })
    if (config === undefined) cpSync(join(root, 'hexapla.config.yaml'), join(folder, 'hexapla.config.yaml'))
    else writeFileSync(join(folder, 'hexapla.config.yaml'), config)
    const { stdout } = (server = spawn(process.execPath, [main, 'preview', '--cwd', folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }))
    url = await new Promise((done) => {
      stdout.setEncoding('utf8').once('data', (line: string) => {
        done(line.trim())
      })
    })
    browser = await startBrowser()
  }, 600_000)

  afterAll(async () => {
    await browser.close()
    server.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
  ] as const)(
    'every view opens without an error, no wider than the window: %s, %d',
    async (colorScheme, width) => {
      const { guides } = (await (await fetch(`${url}api/overview`)).json()) as Overview
      const paths = guides
        .filter((_, index) => index % Math.ceil(guides.length / 5) === 0)
        .flatMap(({ cells }) => cells.flatMap(({ path }) => path ?? []).slice(-1))
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } })
      const page = await context.newPage()
      const errors: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${page.url()} ${message.text()}`)
      })
      page.on('pageerror', (error) => errors.push(`${page.url()} ${error.message}`))
      const places = paths.flatMap((path) =>
        Object.entries(views).map(([view, shown]) => [`${view}/${encodeURIComponent(path)}`, shown] as const),
      )
      for (const [hash, shown] of [
        ['', '.cell a'] as const,
        ['settings', '.settings h1'] as const,
        ...places,
      ]) {
        await page.goto(`${url}#/${hash}`)
        await page.locator(`main :is(${shown}), main${shown}`).first().waitFor({ state: 'attached' })
        const beyond = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))
        if (beyond > 0) errors.push(`${page.url()} is ${beyond} px wider than the window`)
      }
      await context.close()
      expect(errors).toEqual([])
    },
    600_000,
  )
})
