import { findBrowser } from '../../src/io/browser.ts'

export { startBrowser } from '../../src/io/browser.ts'

/** False where no browser is: its tests are skipped and counted as skipped; the gate insists on one. */
export const hasBrowser: boolean = findBrowser() !== undefined
