import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hasBrowser, startBrowser } from '../support/browser.ts'
import { buildCommand } from '../support/command.ts'
import { serve, type Served } from './served.ts'

const english =
  '---\ntitle: Mail\n---\n\n## Ports\nEnter port 993 there. \n\nSee [the names](#names).\n\nOpen the [panel](https://example.com/a) and enter the port.\n\nEnter port 993 over there.\n\n## Names\n\nOpen the panel.\n\n```js\nconst port = 993\n```\n'
const polish = english
  .replace('Mail', 'Poczta')
  .replace('Enter port 993 there. ', 'Wpisz tam port 993.')
  .replace('Open the panel.', 'Otwórz panel.')
const en = 'guides/mail/guide.en-gb.md'
const pl = 'guides/mail/guide.pl-pl.md'
const files = {
  [en]: english,
  [pl]: polish,
  'guides/web/guide.en-gb.md': '---\ntitle: Web\n---\n\n| Incoming | Port |\n| --- | --- |\n| IMAP | 994 |\n',
  'guides/settings.yaml':
    'services:\n  mail:\n    endpoints:\n      imap: { host: imap.example.com, ports: { tls: 993 } }\n',
}

/** What is focused, in roots of its own too: what it is called, and whether it looks focused. */
const focused = `(() => {
  let element = document.activeElement
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  const style = getComputedStyle(element)
  const box = element.getBoundingClientRect()
  return {
    name: element === document.body ? '' : (element.getAttribute('aria-label') ?? element.textContent),
    tag: element.localName,
    isSeen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.width > 0 && box.right > 0,
  }
})()`
interface Focused {
  readonly name: string
  readonly tag: string
  readonly isSeen: boolean
}

/** All that something can be done with, but the cells of the matrix, between which arrows go. */
const operable = `(() => {
  const all = (root) => [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])])
  return all(document)
    .filter((each) => each.matches('a[href], button:not(:disabled), input, select, textarea, summary, [contenteditable="true"]'))
    .filter((each) => !each.matches('.rows *') && each.getClientRects().length > 0)
    .map((each) => each.getAttribute('aria-label') ?? each.textContent)
})()`

describe.skipIf(!hasBrowser)('by the keyboard alone', { timeout: 90_000 }, () => {
  let browser: Browser
  let served: Served
  let page: Page

  beforeAll(async () => {
    buildCommand()
    browser = await startBrowser()
    served = await serve(files)
  }, 180_000)
  afterAll(async () => {
    await browser.close()
    await served.close()
  })
  beforeEach(async () => {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(served.root, path), text)
    await served.live.refresh(Object.keys(files))
    page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
  })
  afterEach(async () => {
    await page.context().close()
  })

  const open = async (hash: string, shown: string): Promise<void> => {
    await page.goto(`${served.server.url}#/${hash}`)
    await page.locator(shown).first().waitFor()
  }
  const at = (view: string, path: string): string => `${view}/${encodeURIComponent(path)}`
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const focus = (): Promise<Focused> => page.evaluate(focused)
  /** Tabs on until something of that name has the focus. */
  const tabTo = async (name: string): Promise<void> => {
    const passed: string[] = []
    for (let turn = 0; turn < 60; turn++) {
      await press('Tab')
      const now = await focus()
      passed.push(now.name)
      if (now.name.includes(name)) return
    }
    throw new Error(`Unexpected absence of \`${name}\`, expected it among: ${passed.join(' | ')}`)
  }
  const textOf = (path: string): string => readFileSync(join(served.root, path), 'utf8')
  const shown = (selector: string): Promise<void> => page.locator(selector).first().waitFor()

  test.each([
    ['', '.cell a'],
    [at('page', en), '.finding'],
    [at('source', en), '.finding'],
    [at('beside', pl), '.pair.open'],
    [at('translate', pl), '.unit'],
    ['settings', 'table'],
  ])('whatever can be clicked is come to, and is seen to be: #/%s', async (hash, selector) => {
    await open(hash, selector)
    if (hash.startsWith('translate')) {
      await press('n')
      await shown('.matches[aria-busy="false"]')
    }
    const wanted = await page.evaluate<string[]>(operable)
    await page.evaluate('document.activeElement.blur(); getSelection().removeAllRanges()')
    const come: Focused[] = []
    for (let turn = 0; turn < wanted.length + 20; turn++) {
      await press('Tab')
      come.push(await focus())
    }
    expect(come.filter(({ tag, isSeen }) => !isSeen && tag !== 'body')).toEqual([])
    const names = come.map(({ name }) => name)
    expect(wanted.filter((name) => !names.includes(name))).toEqual([])
  })

  test('from view to view', async () => {
    await open('', '.cell a')
    await press('Tab', 'Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
    await page.reload()
    await shown('.cell a')
    for (const [name, selector] of [
      ['Settings', '.settings table'],
      ['Guides', '.matrix'],
      ['Settings', '.settings table'],
    ] as const) {
      await tabTo(name)
      await press('Enter')
      await shown(selector)
    }
    await tabTo('guides/web/guide.en-gb.md:')
    await press('Enter')
    await shown('.rendered')
    for (const [name, selector] of [
      ['Source', '.line'],
      ['Side by side', '.pair'],
      ['Translate', '.unit, .waiting'],
      ['Page', '.rendered'],
    ] as const) {
      await tabTo(name)
      await press('Enter')
      await shown(selector)
    }
    await tabTo('Theme: ')
    await press('Enter')
    await expect.poll(() => page.evaluate('document.documentElement.dataset.theme')).toBe('light')
  })

  test('guides are looked for, kept to a state and a locale, and put in order', async () => {
    await open('', '.cell a')
    const count = page.locator('.filters .count')
    await press('/')
    await page.keyboard.type('web')
    await expect.poll(() => count.textContent()).toBe('1 of 2 guides')
    await press('Control+a', 'Delete')
    await expect.poll(() => count.textContent()).toBe('2 guides')
    await tabTo('missing')
    await press('Space')
    await expect.poll(() => count.textContent()).toBe('1 of 2 guides')
    await press('Space')
    await tabTo('all')
    await press('p')
    await expect.poll(() => page.locator('.choice select').first().inputValue()).toBe('pl-pl')
    await tabTo('Name')
    await press('ArrowDown')
    await expect.poll(() => page.locator('.choice select').last().inputValue()).toBe('errors')
  })

  test('through the cells of the matrix', async () => {
    await open('', '.cell a')
    await tabTo('mail')
    for (const [key, name] of [
      ['ArrowRight', 'en-gb: '],
      ['End', 'pl-pl: '],
      ['ArrowDown', 'pl-pl: '],
      ['Home', 'web'],
      ['Control+Home', 'mail'],
      ['Control+End', 'pl-pl: missing'],
      ['ArrowUp', 'pl-pl: '],
      ['PageDown', 'pl-pl: missing'],
      ['PageUp', 'pl-pl: '],
      ['ArrowLeft', 'en-gb: '],
    ] as const) {
      await press(key)
      await expect.poll(async () => (await focus()).name.toLowerCase(), { message: key }).toContain(name)
    }
    await press('Enter')
    await shown('.rendered')
  })

  test.each(['page', 'source'])('from finding to finding: %s', async (view) => {
    await open(at(view, en), '.finding')
    const chosen = page.locator('.finding.chosen')
    await press('j')
    const first = await chosen.getAttribute('data-key')
    await press('j')
    await expect.poll(() => chosen.getAttribute('data-key')).not.toBe(first)
    await press('k')
    await expect.poll(() => chosen.getAttribute('data-key')).toBe(first)
    await tabTo('line ')
    await press('Enter')
    await expect.poll(() => chosen.getAttribute('data-key')).not.toBe(first)
  })

  test('a fix is shown, hidden, made and taken back, and what was said is put away', async () => {
    await open(at('page', en), '.finding')
    await press('j')
    await tabTo('Show the fix')
    await press('Enter')
    await shown('.fix .diff')
    await press('Space')
    await page.locator('.fix').waitFor({ state: 'detached' })
    await press('Enter')
    await tabTo('Apply')
    await press('Enter')
    await shown('.notice.done')
    expect(textOf(en)).not.toBe(english)
    await tabTo('Undo')
    await press('Enter')
    await page.getByText('Taken back').waitFor()
    expect(textOf(en)).toBe(english)
    await tabTo('Dismiss')
    await press('Enter')
    await page.locator('.notice').waitFor({ state: 'detached' })
  })

  test('links of the page itself lead on, and those of other locales', async () => {
    await open(at('page', en), '.finding')
    await tabTo('the names')
    await press('Enter')
    expect(page.url()).toContain(encodeURIComponent(en))
    await tabTo('pl-pl (')
    await press('Enter')
    await expect.poll(() => page.url()).toContain(encodeURIComponent(pl))
  })

  test('side by side: which rows, which locales, the next row, and its lines', async () => {
    await open(at('beside', pl), '.pair.open')
    await tabTo('To translate')
    await press('Space')
    await expect.poll(() => page.locator('.pair:not(.open, .titles)').count()).toBe(0)
    await tabTo('Left side')
    await press('End')
    await expect.poll(() => page.url()).toContain('with=pl-pl')
    await press('Home')
    await expect.poll(() => page.url()).toContain('with=en-gb')
    await tabTo('Right side')
    await press('Home')
    await expect.poll(() => page.url()).toContain(encodeURIComponent(en))
    await press('End')
    await expect.poll(() => page.url()).toContain(encodeURIComponent(pl))
    await shown('.pair.open')
    await press('Escape', 'n')
    await tabTo('line ')
    await press('Enter')
    await shown('.line')
    expect(page.url()).toContain('#/source/')
  })

  test('a segment is opened, written, left, and saved by keys', async () => {
    await open(at('translate', pl), '.unit')
    await press('n')
    const box = page.locator('.phrase-box')
    await box.waitFor()
    await page.keyboard.type(' Tak.')
    await press('Escape')
    await box.waitFor({ state: 'detached' })
    expect((await focus()).name).toContain('not saved')
    await press('Enter')
    await box.waitFor()
    await tabTo('Discard')
    await press('Enter')
    await box.waitFor({ state: 'detached' })
    expect((await focus()).name).not.toContain('not saved')
    await press('Enter')
    await box.waitFor()
    await page.keyboard.type(' Tak.')
    await press('Control+Enter')
    await shown('.notice.done')
    expect(textOf(pl)).toContain(' Tak.\n')
  })

  test('markup is put in, a match taken and given back, and a segment saved by its buttons', async () => {
    await open(at('translate', pl), '.unit')
    const box = page.locator('.phrase-box')
    await tabTo('Open the ')
    await press('Enter')
    await box.waitFor()
    await press('Control+a', 'Delete')
    await page.keyboard.type('Otwórz panel ')
    for (const turn of [1, 2]) {
      await tabTo('Insert ')
      for (let more = 1; more < turn; more++) await tabTo('Insert ')
      await press('Enter')
      await expect.poll(() => box.locator('.code-chip').count()).toBe(turn)
    }
    await tabTo('Save')
    await press('Enter')
    await shown('.notice.done')
    expect(textOf(pl)).toContain('Otwórz panel [](https://example.com/a)')
  })

  test('a match is taken and given back', async () => {
    await open(at('translate', pl), '.unit')
    const box = page.locator('.phrase-box')
    await tabTo('Enter port 993 over there.')
    await press('Enter')
    await shown('.match')
    await tabTo('alike')
    await press('Enter')
    await expect.poll(() => box.textContent()).toBe('Wpisz tam port 993.')
    await tabTo('Back to what stood there')
    await press('Enter')
    await expect.poll(() => box.textContent()).toBe('Enter port 993 over there.')
  })

  test.each(['Take that', 'Keep mine'])('of two texts, one is chosen: %s', async (choice) => {
    await open(at('translate', pl), '.unit')
    const box = page.locator('.phrase-box')
    await tabTo('Enter port 993 over there.')
    await press('Enter')
    await box.waitFor()
    await page.keyboard.type(' Mine.')
    writeFileSync(join(served.root, pl), polish.replace('over there.', 'over here.'))
    await served.live.refresh([pl])
    await shown('.moved-on')
    await tabTo(choice)
    await press('Enter')
    await page.locator('.moved-on').waitFor({ state: 'detached' })
    expect(await box.textContent()).toBe(
      choice === 'Take that' ? 'Enter port 993 over here.' : 'Enter port 993 over there. Mine.',
    )
  })
})
