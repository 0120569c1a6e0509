import { createRequire } from 'node:module'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { drawing } from '../export/pages.ts'
import { hasBrowser, startBrowser } from '../support/browser.ts'
import { buildCommand } from '../support/command.ts'
import { serve, type Served } from './served.ts'

const english =
  '---\ntitle: Mail\n---\n\n## Ports\nEnter port 993 there. \n\n![a](images/1.svg)\n\n> [!warning]\n>\n> Take care of it.\n\nOpen the [panel](https://example.com/a) and enter the port.\n\n| Service | Port |\n| --- | --- |\n| IMAP | 993 |\n\n```js\nconst port = 993\n```\n\nEnter port 993 over there.\n'
const polish = english
  .replace('Mail', 'Poczta')
  .replace('Enter port 993 there. ', 'Wpisz tam port 993.')
  .replace('## Ports\n', '## Porty\n\n')
  .replace('Take care of it.', 'Uważaj na to.')
const arabic = '---\ntitle: بريد\n---\n\n## المنافذ\nأدخل المنفذ 993 هناك. \n\n> [!primary]\n>\n> انتبه.\n'
const paths = { en: 'mail/guide.en-gb.md', pl: 'mail/guide.pl-pl.md', ar: 'mail/guide.ar-sa.md' }
const hostile = [
  '<script>window.pwned = 1</script>',
  '<img src=x onerror="window.pwned = 1">',
  '<svg onload="window.pwned = 1"><script>window.pwned = 1</script></svg>',
  '[a](javascript:window.pwned=1)',
  '<iframe srcdoc="<script>parent.pwned = 1</script>"></iframe>',
  '<details open ontoggle="window.pwned = 1"><summary>x</summary></details>',
  '<a href="java&#x0A;script:window.pwned=1">b</a>',
  '<math><mi//xlink:href="data:x,<script>window.pwned = 1</script>">',
  '<style>@import "https://evil.example/a.css"; * { display: none }</style>',
  '<form action="https://evil.example"><input autofocus onfocus="window.pwned = 1"></form>',
].join('\n\n')

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Where no browser is, these are skipped and counted as skipped; the gate insists on one. */
describe.skipIf(!hasBrowser)('in a browser', { timeout: 60_000 }, () => {
  let browser: Browser
  let served: Served
  let context: BrowserContext | undefined

  beforeAll(async () => {
    buildCommand()
    browser = await startBrowser()
    served = await serve({
      [paths.en]: english,
      [paths.pl]: polish,
      [paths.ar]: arabic,
      'mail/images/1.svg': drawing,
      'a<b>"&c/guide.en-gb.md': `---\ntitle: <img src=x onerror=window.pwned=1>\n---\n\n## <script>window.pwned = 1</script>\n\n${hostile}\n`,
    })
  }, 180_000)

  afterAll(async () => {
    await browser.close()
    await served.close()
  })

  afterEach(async () => {
    await context?.close()
  })

  const put = async (path: string, text: string): Promise<void> => {
    rmSync(join(served.root, '.hexapla/ledger'), { recursive: true, force: true })
    writeFileSync(join(served.root, path), text)
    await served.live.refresh([path])
  }
  const textOf = (path: string): string => readFileSync(join(served.root, path), 'utf8')

  async function open(hash: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(`${served.server.url}#/${hash}`)
    await page.waitForSelector('main:is(.settings), main :is(.matrix, .margin, .pairs, .waiting)')
    return page
  }

  const at = (view: string, path: string): string => `${view}/${encodeURIComponent(path)}`

  describe.each(['light', 'dark'] as const)('%s', (scheme) => {
    test.each([
      ['', '.matrix'],
      [at('page', paths.en), '.finding'],
      [at('page', paths.ar), '.finding'],
      [at('source', paths.en), '.line'],
      [at('beside', paths.pl), '.pair'],
      [at('translate', paths.pl), '.unit'],
      ['settings', '.settings h2'],
    ])('nothing stands in the way of anybody: #/%s', async (hash, selector) => {
      const page = await open(hash, scheme)
      await page.waitForSelector(selector)
      for (const button of await page.locator('.finding footer button').all()) await button.click()
      if (hash.startsWith('translate')) {
        await page.keyboard.press('n')
        await page.waitForSelector('.matches[aria-busy="false"]')
      }
      await page.evaluate(axe)
      const violations = await page.evaluate(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
      )
      expect(violations).toEqual([])
    })
  })

  test.each(['', ...['page', 'source', 'beside', 'translate'].map((view) => at(view, paths.pl)), 'settings'])(
    'nothing is wider than the screen of a telephone: #/%s',
    async (hash) => {
      const wide = `${polish}\n${'wide'.repeat(40)}\n\n\`\`\`js\n${'wide '.repeat(40)}\n\`\`\`\n`
      await put(paths.pl, wide)
      const page = await open(hash)
      await page.setViewportSize({ width: 360, height: 800 })
      await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    },
  )

  test('the keyboard alone goes from the matrix to a document', async () => {
    const page = await open('')
    await page.keyboard.press('/')
    await page.keyboard.type('mail')
    await page.locator('.rows [tabindex="0"]').focus()
    for (const key of ['ArrowRight', 'End', 'ArrowLeft', 'ArrowRight']) await page.keyboard.press(key)
    await expect.poll(() => page.evaluate(`document.activeElement.textContent`)).toContain('pl-pl: ')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.rendered')
    expect(page.url()).toContain(encodeURIComponent(paths.pl))
  })

  test('a fix is made and taken back by the keyboard alone, and the file is as it was', async () => {
    await put(paths.en, english)
    const page = await open(at('page', paths.en))
    await page.waitForSelector('.finding')
    await page.keyboard.press('j')
    for (let press = 0; press < 6; press++) {
      await page.keyboard.press('Tab')
      if ((await page.evaluate(`document.activeElement.textContent`)) === 'Show the fix') break
    }
    await page.keyboard.press('Enter')
    for (let press = 0; press < 6; press++) {
      await page.keyboard.press('Tab')
      if ((await page.evaluate(`document.activeElement.textContent`)) === 'Apply') break
    }
    await page.keyboard.press('Enter')
    await page.waitForSelector('.notice button')
    expect(textOf(paths.en)).not.toBe(english)
    await page.locator('.notice button', { hasText: 'Undo' }).press('Enter')
    await page.waitForSelector('text=Taken back')
    expect(textOf(paths.en)).toBe(english)
  })

  test('a save is seen, and focus and place stay', async () => {
    const long = `${english}\n${'Words and more words.\n\n'.repeat(80)}`
    await put(paths.en, long)
    const page = await open(at('page', paths.en))
    await page.waitForSelector('.rendered')
    await page.evaluate(`scrollTo(0, 1500); document.querySelector('.tabs a').focus({ preventScroll: true })`)
    const before = await page.evaluate(`[scrollY, document.activeElement.textContent]`)
    writeFileSync(join(served.root, paths.en), `${long}\nA last word.\n`)
    await page.locator('.rendered').getByText('A last word.').waitFor()
    expect(await page.evaluate(`[scrollY, document.activeElement.textContent]`)).toEqual(before)
  })

  test('what is typed outlives the page, and a change on disk is put before the person', async () => {
    await put(paths.pl, polish)
    const page = await open(at('translate', paths.pl))
    await page.waitForSelector('.unit')
    await page.locator('button', { hasText: 'Next' }).press('Enter')
    const box = page.locator('.phrase-box')
    await box.press('End')
    await box.pressSequentially(' Tak.')
    await page.reload()
    await page.waitForSelector('text=not saved')
    await page.locator('.drafted .words-button').click()
    expect(await box.textContent()).toContain('Tak.')

    await put(paths.pl, polish.replace('and enter the port.', 'i wpisz port.'))
    await page.waitForSelector('.moved-on')
    expect(await page.locator('.moved-on blockquote').textContent()).toContain('i wpisz port.')
    await page.locator('.moved-on button', { hasText: 'Keep mine' }).click()
    await page.keyboard.press('Tab')
    await page.locator('.unit.opened button', { hasText: 'Save' }).click()
    await page.waitForSelector('.notice.done')
    expect(textOf(paths.pl)).toContain('[panel](https://example.com/a) and enter the port. Tak.')
    await expect
      .poll(() => page.evaluate(`Object.keys(localStorage).filter((key) => key.startsWith('hexapla-draft'))`))
      .toEqual([])
  })

  test('a place can be written in as soon as it is shown, and what is written is kept at once', async () => {
    await put(paths.pl, polish)
    const page = await open(at('translate', paths.pl))
    await page.waitForSelector('.unit')
    // All within one frame, as a slow machine sees a fast writer.
    const [focused, caret, kept] = await page.evaluate<[string, string, string]>(`(async () => {
      document.querySelector('.words-button').click()
      await Promise.resolve().then(() => {})
      const box = document.activeElement
      const { anchorNode, anchorOffset, isCollapsed } = getSelection()
      const caret = isCollapsed && anchorNode === box && anchorOffset === box.childNodes.length ? 'behind all' : 'elsewhere'
      document.execCommand('insertText', false, ' Tak.')
      await Promise.resolve().then(() => {})
      return [box.className, caret, JSON.stringify(localStorage)]
    })()`)
    expect([focused, caret]).toEqual(['phrase-box', 'behind all'])
    expect(kept).toContain('Tak.')
  })

  test('markup is a chip that is whole or gone, and must be there to save', async () => {
    await put(paths.pl, polish)
    const page = await open(at('translate', paths.pl))
    await page.waitForSelector('.unit')
    await page.locator('button', { hasText: 'Next' }).press('Enter')
    const box = page.locator('.phrase-box')
    await box.press('Control+a')
    await box.press('Delete')
    await box.pressSequentially('Otwórz panel.')
    await page.waitForSelector('.problems .error')
    expect(await page.locator('.unit.opened button', { hasText: 'Save' }).isDisabled()).toBe(true)
    for (const sign of await page.locator('.sign').all()) await sign.click()
    expect(await box.locator('.code-chip').count()).toBe(2)
    await page.locator('.problems .error').first().waitFor({ state: 'detached' })
  })

  test('what was translated before is taken by a key or a click, and given back', async () => {
    await put(paths.en, english)
    await put(paths.pl, polish)
    const page = await open(at('translate', paths.pl))
    await page.waitForSelector('.unit')
    const box = page.locator('.phrase-box')
    await page.locator('.words-button', { hasText: 'over there' }).click()
    await page.waitForSelector('.match')
    expect(await page.locator('.match ins').textContent()).toContain('over')
    await box.press('Alt+1')
    expect(await box.textContent()).toBe('Wpisz tam port 993.')
    await page.keyboard.type(' Tak.')
    expect(await box.textContent()).toBe('Wpisz tam port 993. Tak.')
    await page.locator('button', { hasText: 'Back to what stood there' }).press('Enter')
    expect(await box.textContent()).toBe('Enter port 993 over there.')
    await page.locator('.match').click()
    expect(await box.textContent()).toBe('Wpisz tam port 993.')
  })

  test('nothing of a hostile guide runs or is fetched', async () => {
    const name = 'a<b>"&c/guide.en-gb.md'
    for (const hash of [
      '',
      at('page', name),
      at('source', name),
      at('beside', name),
      at('translate', name),
    ]) {
      const page = await open(hash)
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.reload()
      await page.waitForTimeout(300)
      expect(await page.evaluate(`window.pwned`)).toBeUndefined()
      expect(asked.filter((url) => !url.startsWith(served.server.url) && !url.startsWith('data:'))).toEqual(
        [],
      )
      await context?.close()
    }
  })
})

test.runIf(process.env.CI !== undefined && process.env.CI !== '')('the gate has a browser', () => {
  expect(hasBrowser).toBe(true)
})
