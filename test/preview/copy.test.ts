import { createServer } from 'node:http'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyOf, copySize } from '../../src/preview/copy.ts'
import { viewPath } from '../../src/preview/copy-paths.ts'
import { drawing } from '../export/pages.ts'
import { hasBrowser, startBrowser } from '../support/browser.ts'
import { buildCommand } from '../support/command.ts'
import { serve, type Served } from './served.ts'

const strange = 'a<b>"&c d%2Fé_f/guide.en-gb.md'
const files = {
  'mail/guide.en-gb.md':
    '---\ntitle: Mail\n---\n\n## Ports\nEnter port 993 there. \n\n![a](<images/ä 1.svg>)\n',
  'mail/guide.pl-pl.md':
    '---\ntitle: Poczta\n---\n\n## Porty\n\nWpisz tam port 993.\n\n![a](<images/ä 1.svg>)\n',
  'mail/images/ä 1.svg': drawing,
  [strange]: '---\ntitle: <img src=x onerror=window.pwned=1>\n---\n\n<script>window.pwned = 1</script>\n',
  'secret.txt': 'secret',
}
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

let served: Served
let folder: string
let written: string[]

beforeAll(async () => {
  buildCommand()
  served = await serve(files)
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'hexapla-copy-'))
  for await (const { path, data } of copyOf(served.live)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), data)
  }
  written = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}, 120_000)

afterAll(async () => {
  await served.close()
})

describe('a copy', () => {
  test('holds each view of each document, the pictures, and nothing that is not to be seen', () => {
    expect(written).toHaveLength(copySize(served.live) + 1)
    for (const path of served.live.scene.shown.keys())
      for (const name of ['page', 'source', 'beside', 'translate'])
        expect(written).toContain(viewPath(name, path))
    const all = written.map((path) => readFileSync(join(folder, path), 'utf8')).join('\n')
    expect(all).not.toContain(served.root)
    expect(all).not.toContain(served.server.token)
    expect(existsSync(join(folder, 'files/secret.txt'))).toBe(false)
  })

  test('names its files so that any disk takes them, and no two alike', () => {
    for (const path of written) expect(path).toMatch(/^[\w./-]+$/)
    const names = ['a/b', 'a_2Fb', 'a%2Fb', 'a b', 'a_20b', "a'b", 'ä'].map((path) => viewPath('page', path))
    expect(new Set(names).size).toBe(names.length)
  })
})

describe.skipIf(!hasBrowser)('on a host of pages', { timeout: 60_000 }, () => {
  const host = createServer(({ url = '' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://host').pathname).replace(/^\/deep\/er\//, '')
    const file = join(folder, path === '' ? 'index.html' : path)
    if (!url.startsWith('/deep/er/') || !existsSync(file)) response.writeHead(404).end()
    else response.writeHead(200, { 'Content-Type': types[extname(file)] ?? '' }).end(readFileSync(file))
  })
  const missing: string[] = []
  let page: Page
  let url: string

  beforeAll(async () => {
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(host.address() as AddressInfo).port}/deep/er/`
    const browser = await startBrowser()
    page = await browser.newPage()
    page.on('response', (response) => {
      if (response.status() >= 400) missing.push(response.url())
    })
    page.on('pageerror', (error) => missing.push(error.message))
  }, 60_000)

  afterAll(async () => {
    await page.context().browser()?.close()
    host.close()
  })

  const writing =
    'button:has-text("Apply"), button:has-text("Save"), button:has-text("Undo"), [contenteditable]'

  test('the matrix leads to a page with its picture, and nothing is offered to be written', async () => {
    await page.goto(url)
    await page.locator('.cell a').first().waitFor()
    expect(await page.locator('.link-state').textContent()).toBe('Read only')
    await page.locator('.cell a[href*="mail%2Fguide.en-gb"]').click()
    await page.waitForSelector('.rendered')
    await page.locator('.finding').first().waitFor()
    for (const button of await page.locator('.finding footer button').all()) await button.click()
    await page.waitForSelector('.fix .diff')
    expect(await page.locator(writing).count()).toBe(0)
    const loaded = `[...document.querySelector('.rendered').shadowRoot.querySelectorAll('img')].map((img) => img.naturalWidth > 0)`
    await expect.poll(() => page.evaluate(loaded)).toEqual([true])
    expect(missing).toEqual([])
  })

  test.each(['source', 'beside', 'translate'])('%s is there, to be read', async (view) => {
    await page.goto(`${url}#/${view}/${encodeURIComponent('mail/guide.pl-pl.md')}`)
    await page.locator('main').getByText('Wpisz tam port 993.').first().waitFor()
    await page.keyboard.press('n')
    expect(await page.locator(writing).count()).toBe(0)
    expect(missing).toEqual([])
  })

  test('a strange name is found, and nothing of it runs', async () => {
    await page.goto(`${url}#/page/${encodeURIComponent(strange)}`)
    await page.waitForSelector('.rendered')
    expect(await page.evaluate('window.pwned')).toBeUndefined()
    expect(missing).toEqual([])
  })

  test('what is not in it is said in words', async () => {
    await page.goto(`${url}#/page/none.md`)
    await page.getByText('There is no such page in this copy').waitFor()
  })
})
