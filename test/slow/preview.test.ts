import { appendFileSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeCorpus } from '../../scripts/bench/made-corpus.ts'
import { phrases } from '../../scripts/bench/phrases.ts'
import { hasBrowser, startBrowser } from '../support/browser.ts'
import { buildCommand } from '../support/command.ts'
import { serveFolder } from '../preview/served.ts'

const documents = 2000
const saves = 20

test.skipIf(!hasBrowser)(
  'with 2,000 documents a save is in the page in under 300 ms',
  async () => {
    buildCommand()
    const root = mkdtempSync(join(realpathSync(tmpdir()), 'hexapla-preview-'))
    makeCorpus(root, Math.ceil(documents / Object.keys(phrases).length))
    const served = await serveFolder(root)
    const browser = await startBrowser()
    try {
      expect(served.live.scene.shown.size).toBeGreaterThanOrEqual(documents)
      const [path = ''] = served.live.scene.shown.keys()
      const page = await browser.newPage()
      await page.goto(`${served.server.url}#/page/${encodeURIComponent(path)}`)
      const rendered = page.locator('.rendered')
      await rendered.waitFor()
      const times: number[] = []
      const cpu = process.cpuUsage()
      for (let save = 0; save < saves; save++) {
        const started = performance.now()
        appendFileSync(join(root, path), `\nSaved ${save} times.\n`)
        await rendered.getByText(`Saved ${save} times.`).waitFor()
        times.push(performance.now() - started)
      }
      const { user, system } = process.cpuUsage(cpu)
      const median = times.sort((a, b) => a - b)[saves / 2] ?? Infinity
      const perSave = (user + system) / 1000 / saves
      console.log(`median ${Math.round(median)} ms, ${Math.round(perSave)} ms of processor a save`)
      expect(median).toBeLessThan(300)
    } finally {
      await browser.close()
      await served.close()
      rmSync(root, { recursive: true, force: true })
    }
  },
  300_000,
)
