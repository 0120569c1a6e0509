import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, startBrowser } from '../support/browser.ts'
import { buildCommand } from '../support/command.ts'
import { hostileSnippets } from '../support/hostile-snippets.ts'
import { serve, type Served } from './served.ts'

const pathOf = (index: number, locale = 'en-gb'): string => `snippet-${index}/guide.${locale}.md`
const guideOf = (snippet: string, title = 'Mail'): string =>
  `---\ntitle: ${title}\n---\n\nBefore\n\n${snippet}\n\nAfter\n`

/** Where no browser is, these are skipped and counted as skipped; the gate insists on one. */
describe.skipIf(!hasBrowser)('hostile guides', { timeout: 240_000 }, () => {
  let served: Served
  let page: Page
  const strange: string[] = []

  beforeAll(async () => {
    buildCommand()
    const guides = hostileSnippets.flatMap((snippet, index): [string, string][] => [
      [pathOf(index), guideOf(snippet)],
      [pathOf(index, 'pl-pl'), guideOf(snippet, 'Poczta')],
    ])
    served = await serve(Object.fromEntries(guides))
    const browser = await startBrowser()
    page = await browser.newPage()
    page.on('dialog', (dialog) => {
      strange.push(`ran: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(served.server.url) && !url.startsWith('data:')) strange.push(`asked for ${url}`)
    })
    await page.goto(served.server.url)
  }, 180_000)

  afterAll(async () => {
    await page.context().browser()?.close()
    await served.close()
  })

  test.each([
    ['page', '.rendered'],
    ['source', '.line'],
    ['beside', '.pair .part'],
    ['translate', '.unit, .pairs'],
  ])('nothing of %s runs or is fetched', async (view, selector) => {
    for (const [index, snippet] of hostileSnippets.entries()) {
      const path = pathOf(index, 'pl-pl')
      await page.evaluate(`location.hash = ${JSON.stringify(`#/${view}/${encodeURIComponent(path)}`)}`)
      await page.locator('.crumbs bdi').getByText(`snippet-${index}`, { exact: true }).waitFor()
      await page.locator(selector).first().waitFor()
      const handlers = await page.evaluate(
        `[document, ...[...document.querySelectorAll('.rendered')].map((each) => each.shadowRoot)].flatMap((root) => [...root.querySelectorAll('main *, .page *')]).flatMap((element) => [...element.attributes].filter(({ name, value }) => name.startsWith('on') || /^\\s*(?:javascript|vbscript):/i.test(value)).map(({ name }) => element.tagName + ' ' + name))`,
      )
      expect([snippet, handlers, strange]).toEqual([snippet, [], []])
    }
  })
})
