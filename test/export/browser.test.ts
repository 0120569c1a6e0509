import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadExporter } from '../../src/export/formats.ts'
import { findBrowser } from '../../src/io/browser.ts'
import { drawing, publicationFrom } from './pages.ts'

const guide = (locale: string, words: string): Record<string, string> => ({
  [`mail/guide.${locale}.md`]: `---\ntitle: ${words}\nexcerpt: ${words}\nupdated: 2026-11-24\n---\n\n## ${words} 1\n\n${words}, \`**${words}**\`{.action}, [${words}](https://example.com).\n\n> [!warning]\n>\n> ${words}\n\n> [!primary]\n> ${words}\n\n> [!faq]\n>\n> ${words}?\n>\n>> ${words}.\n\n![${words}](images/1.svg){.thumbnail}\n\n## ${words} 2\n\n| ${words} | 2 |\n| --- | --- |\n| 993 | ${words} |\n\n## ${words} 3\n\n1. ${words}\n2. ${words}\n   - ${words}\n\n\`\`\`js\nconst port = 993 // ${words}\n\`\`\`\n`,
})

const files = { ...guide('en-gb', 'Mailbox'), ...guide('ar-sa', 'بريد'), 'mail/images/1.svg': drawing }

async function pagesOf(format: string): Promise<[path: string, html: string][]> {
  const exporter = await loadExporter(format)
  const pages: [string, string][] = []
  for await (const { path, data } of exporter?.files(publicationFrom(files)) ?? []) {
    if (path.endsWith('.html') && typeof data === 'string') pages.push([path, data])
  }
  return pages
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

const executablePath = findBrowser()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Where no browser is, these are skipped and counted as skipped; the gate insists on one. */
describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    })
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
})

test.runIf(process.env.CI !== undefined && process.env.CI !== '')('the gate has a browser', () => {
  expect(executablePath).toBeDefined()
})
