import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from '../../src/io/browser.ts'

const executablePath = findBrowser()

/** False where no browser is: its tests are skipped and counted as skipped; the gate insists on one. */
export const hasBrowser: boolean = executablePath !== undefined

/** Starts the browser of this machine, which asks the network for nothing of its own. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: executablePath ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
}
