import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { HtmlValidate } from 'html-validate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadExporter } from '../../src/export/formats.ts'
import { hasBrowser, startBrowser } from '../support/browser.ts'
import { hostileSnippets } from '../support/hostile-snippets.ts'
import { drawing, publicationFrom } from './pages.ts'

const guide = (locale: string, words: string): Record<string, string> => ({
  [`mail/guide.${locale}.md`]: `---\ntitle: ${words}\nexcerpt: ${words}\nupdated: 2026-11-24\n---\n\n## ${words} 1\n\n${words}, \`**${words}**\`{.action}, [${words}](https://example.com).\n\n> [!warning]\n>\n> ${words}\n\n> [!primary]\n> ${words}\n\n> [!faq]\n>\n> ${words}?\n>\n>> ${words}.\n\n![${words}](images/1.svg){.thumbnail}\n\n## ${words} 2\n\n| ${words} | 2 |\n| --- | --- |\n| 993 | ${words} |\n\n## ${words} 3\n\n1. ${words}\n2. ${words}\n   - ${words}\n\n\`\`\`js\nconst port = 993 // ${words}\n\`\`\`\n`,
})

const files = { ...guide('en-gb', 'Mailbox'), ...guide('ar-sa', 'بريد'), 'mail/images/1.svg': drawing }

async function filesOf(
  format: string,
  guides: Readonly<Record<string, string>> = files,
): Promise<Map<string, string | Uint8Array>> {
  const exporter = await loadExporter(format)
  const made = new Map<string, string | Uint8Array>()
  for await (const { path, data } of exporter?.files(publicationFrom(guides)) ?? []) made.set(path, data)
  return made
}

async function pagesOf(format: string): Promise<[path: string, html: string][]> {
  return [...(await filesOf(format))].flatMap(([path, data]): [string, string][] =>
    path.endsWith('.html') && typeof data === 'string' ? [[path, data]] : [],
  )
}

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'no-inline-style': 'off', 'long-title': 'off', 'no-trailing-whitespace': 'off' },
})

test.each(['html', 'site'])('the pages of %s are valid HTML', async (format) => {
  for (const [path, html] of await pagesOf(format)) {
    const { results } = await validator.validateString(html)
    const found = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId} ${message}`),
    )
    expect(found).toEqual([])
  }
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Where no browser is, these are skipped and counted as skipped; the gate insists on one. */
describe.skipIf(!hasBrowser)('in a browser', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await startBrowser()
  }, 60_000)

  afterAll(async () => {
    await browser.close()
  })

  test.each(['light', 'dark'] as const)(
    'nothing stands in the way of anybody, %s',
    async (colorScheme) => {
      const context = await browser.newContext({ colorScheme, offline: true })
      for (const [path, html] of await pagesOf('html')) {
        const page = await context.newPage()
        await page.setContent(html)
        await page.evaluate(axe)
        const violations = await page.evaluate(
          `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
        )
        expect([path, violations]).toEqual([path, []])
        await page.close()
      }
      await context.close()
    },
    60_000,
  )

  test.each(['html', 'site'])('no page of %s must be moved sideways on a small screen', async (format) => {
    const label = 'Use the same user name and the same password for sending your mail'
    const wide = 'Sicherheitseinstellungen'
    const served = await filesOf(format, {
      ...files,
      'long/guide.en-gb.md': `---\ntitle: Mail\n---\n\n## Sending\n\nTap \`**${label}**\`{.action}.\n\n| ${wide} | ${wide} | ${wide} |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n`,
    })
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } })
    await serve(page, served, [])
    for (const path of [...served.keys()].filter((each) => each.endsWith('.html'))) {
      await page.goto(`http://guides.test/${path}`)
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 320])
    }
    await page.close()
  })

  test('callouts stand apart, and code is read from the left in every language', async () => {
    const page = await browser.newPage()
    for (const [path, html] of await pagesOf('html')) {
      await page.setContent(html)
      const [gap, direction, side] = await page.evaluate<[number, string, number]>(`(() => {
        const [first, second] = [...document.querySelectorAll('.callout')].map((each) => each.getBoundingClientRect())
        const code = document.querySelector('pre')
        const words = document.createRange()
        words.selectNodeContents(code)
        const left = words.getBoundingClientRect().left - code.getBoundingClientRect().left
        return [second.top - first.bottom, getComputedStyle(code).direction, left]
      })()`)
      expect([path, gap > 8, direction, side < 40]).toEqual([path, true, 'ltr', true])
    }
    await page.close()
  })

  test.each(['html', 'site', 'epub'])(
    'a hundred hostile snippets neither run nor fetch anything: %s',
    async (format) => {
      const served = await servedFiles(format)
      const context = await browser.newContext()
      const page = await context.newPage()
      const strange: string[] = []
      page.on('dialog', (dialog) => {
        strange.push(`ran: ${dialog.message()}`)
        void dialog.dismiss()
      })
      await serve(page, served, strange)
      const places = [...served.keys()].filter((path) => /snippet.*\.x?html$/.test(path))
      expect(places).toHaveLength(hostileSnippets.length)
      for (const path of places) {
        await page.goto(`http://guides.test/${path}`)
        const found = await page.evaluate(
          `[...document.querySelectorAll('*')].flatMap((element) => [...element.attributes].filter(({ name, value }) => name.startsWith('on') || /^\\s*(?:javascript|vbscript):/i.test(value)).map(({ name }) => element.tagName + ' ' + name))`,
        )
        expect([path, found, strange]).toEqual([path, [], []])
      }
      await context.close()
    },
    240_000,
  )
})

/** Answers a page at `http://guides.test/` with files; what else it asks for is noted, and goes nowhere. */
async function serve(
  page: Page,
  served: ReadonlyMap<string, string | Uint8Array>,
  strange: string[],
): Promise<void> {
  await page.route('**', async (route) => {
    const { origin, pathname } = new URL(route.request().url())
    const body =
      origin === 'http://guides.test' ? served.get(decodeURIComponent(pathname.slice(1))) : undefined
    if (body !== undefined) return route.fulfill({ body: Buffer.from(body), contentType: typeOf(pathname) })
    strange.push(`asked for ${route.request().url()}`)
    return route.abort()
  })
}

/** A guide a snippet, as files by the path that a server has them at. */
async function servedFiles(format: string): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const guides = Object.fromEntries(
    hostileSnippets.map((snippet, index) => [
      `snippet-${index}/guide.en-gb.md`,
      `---\ntitle: Mail\n---\n\nBefore\n\n${snippet}\n\nAfter\n`,
    ]),
  )
  const made = await filesOf(format, guides)
  if (format !== 'epub') return made
  return new Map([...made.values()].flatMap((book) => Object.entries(unzipSync(Buffer.from(book)))))
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  xhtml: 'application/xhtml+xml; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
}

function typeOf(path: string): string {
  return types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
}

test.runIf(process.env.CI !== undefined && process.env.CI !== '')('the gate has a browser', () => {
  expect(hasBrowser).toBe(true)
})
