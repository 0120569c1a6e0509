import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { escapedHtml } from '../text/escaped-html.ts'

/** No browser was found, or it did not start. */
export class BrowserMissing extends Error {
  override readonly name = 'BrowserMissing'
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The browser that `CHROME_PATH` names, or one that is installed. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const { CHROME_PATH: named, PATH = '' } = environment
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined
  const folders = PATH.split(delimiter)
  const onPath = names.flatMap((name) =>
    folders.flatMap((folder) => [join(folder, name), join(folder, `${name}.exe`)]),
  )
  return [...onPath, ...places].find((path) => existsSync(path))
}

/** What stands at the foot of each page. */
export interface PrintFoot {
  readonly title: string
  readonly language: string
}

/** One browser for a whole run, started when first needed. */
export class Printer {
  #browser: Promise<{ newPage: () => Promise<PrintPage>; close: () => Promise<void> }> | undefined

  /**
   * Prints HTML as PDF, tagged, with bookmarks and page numbers. Nothing is fetched, no script runs.
   * @throws BrowserMissing where there is no browser.
   */
  async print(html: string, { title }: PrintFoot): Promise<Uint8Array> {
    this.#browser ??= launch()
    const page = await (await this.#browser).newPage()
    try {
      await page.setContent(html, { waitUntil: 'load' })
      const foot = `<div style="font:8pt sans-serif;color:#536071;width:100%;padding:0 15mm;display:flex;justify-content:space-between"><span>${escapedHtml(title)}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`
      return await page.pdf({
        format: 'A4',
        tagged: true,
        outline: true,
        printBackground: true,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: foot,
        margin: { top: '16mm', bottom: '18mm', left: '18mm', right: '18mm' },
      })
    } finally {
      await page.close()
    }
  }

  async close(): Promise<void> {
    const browser = await this.#browser?.catch(() => undefined)
    await browser?.close()
  }
}

interface PrintPage {
  setContent: (html: string, options: { waitUntil: 'load' }) => Promise<void>
  pdf: (options: Record<string, unknown>) => Promise<Uint8Array>
  close: () => Promise<void>
}

async function launch(): Promise<{ newPage: () => Promise<PrintPage>; close: () => Promise<void> }> {
  const browser = await startBrowser()
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true })
  return {
    newPage: () => context.newPage(),
    close: () => browser.close(),
  }
}

/**
 * Starts the browser of this machine, which asks the network for nothing of its own.
 * @throws BrowserMissing where there is none.
 */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined) {
    throw new BrowserMissing(
      'Unexpected absence of a browser, expected Chromium or Chrome for `--to pdf`: install it, or name it in `CHROME_PATH`',
    )
  }
  const { chromium } = await import('playwright-core').catch(() => {
    throw new BrowserMissing(
      'Unexpected absence of the package `playwright-core`, expected it for `--to pdf`: `npm install playwright-core`',
    )
  })
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}
