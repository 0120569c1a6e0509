import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { globbySync } from 'globby'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, startBrowser } from '../support/browser.ts'
import { buildCommand, folderOf, runCommand } from '../support/command.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = folderOf({})
const site = join(folder, 'site')
let pages: readonly string[] = []

beforeAll(async () => {
  buildCommand()
  const { code } = await runCommand(['export', 'guides', '--to', 'site', '--output', site], root)
  expect(code).toBe(0)
  pages = globbySync('**/*.html', { cwd: site }).sort()
}, 180_000)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('no link and no fragment of the help centre’s own site is dead', () => {
  const ends = new Map(pages.map((path) => [path, endsOf(path)]))
  const dead: string[] = []
  let seen = 0
  for (const [path, { links }] of ends) {
    for (const link of links) {
      const url = new URL(link, pathToFileURL(join(site, path)))
      if (url.protocol !== 'file:') continue
      seen++
      const file = fileURLToPath(new URL(url.pathname, url))
      const target = file.slice(site.length + 1)
      const fragment = decodeURIComponent(url.hash.slice(1))
      if (!existsSync(file)) dead.push(`${path}: ${link}`)
      else if (fragment !== '' && ends.get(target)?.anchors.has(fragment) !== true)
        dead.push(`${path}: ${link}`)
    }
  }
  expect(dead).toEqual([])
  expect(seen).toBeGreaterThan(1000)
})

interface Ends {
  readonly anchors: ReadonlySet<string>
  readonly links: readonly string[]
}

function endsOf(path: string): Ends {
  const attributes = readFileSync(join(site, path), 'utf8').matchAll(/ (id|href|src)="([^"]*)"/g)
  const found = Array.from(attributes, ([, name, value = '']) => ({
    name,
    value: value.replace(/&(?:amp|#x26);/g, '&'),
  }))
  return {
    anchors: new Set(found.flatMap(({ name, value }) => (name === 'id' ? value : []))),
    links: found.flatMap(({ name, value }) => (name === 'id' ? [] : value)),
  }
}

describe.skipIf(!hasBrowser)('from a folder, in a browser', () => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await startBrowser()
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } })
  }, 60_000)

  afterAll(async () => {
    await browser.close()
  })

  const open = (path: string): Promise<unknown> => page.goto(pathToFileURL(join(site, path)).href)

  test.each([
    ['fr-fr', 'MESSAGERIE', 'messagerie'],
    ['en-gb', 'incom', 'incoming'],
    ['de-de', 'Posteingang', 'posteingang'],
    ['es-es', 'contraseña', 'contraseña'],
    ['it-it', 'arrivo', 'arrivo'],
    ['nl-nl', 'inkomende', 'inkomende'],
    ['pl-pl', 'przychodzaca', 'przychodząca'],
    ['pt-pt', 'endereco', 'endereço'],
  ])('the search of %s finds what `%s` means', async (locale, word, shown) => {
    await open(`${locale}/android.html`)
    await page.getByRole('searchbox').fill(word)
    const hits = page.locator('.hits a')
    await hits.first().waitFor()
    const path = (await hits.first().getAttribute('href')) ?? ''
    await page.keyboard.press('Enter')
    await page.waitForURL(pathToFileURL(join(site, locale, path)).href)
    expect((await page.locator('main').innerText()).toLowerCase()).toContain(shown)
  })

  test('the list of languages keeps the place', async () => {
    await open('fr-fr/android.html')
    const headings = page.locator('main :is(h1,h2,h3)[id]')
    const place = 3
    await headings.nth(place).evaluate((heading) => {
      heading.scrollIntoView()
    })
    await page.locator('.bar summary').click()
    await page.locator('.bar details a[hreflang="pl-PL"]').click()
    await page.waitForURL(/pl-pl/)
    const id = await page.locator('main :is(h1,h2,h3)[id]').nth(place).getAttribute('id')
    expect(decodeURIComponent(new URL(page.url()).hash.slice(1))).toBe(id)
  })
})
