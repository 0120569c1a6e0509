import { spawn, type ChildProcess } from 'node:child_process'
import { appendFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { startBrowser } from '../../src/io/browser.ts'
import type { BenchCorpus } from './copied-corpus.ts'
import { machineOf } from './machine.ts'
import { makeCorpus, shortGuides } from './made-corpus.ts'
import { medianOf, peakOf } from './measure.ts'
import { hexapla } from './tools.ts'

/** How the preview stands a corpus. */
export interface PreviewResult {
  readonly documents: number
  /** From the command, with nothing remembered and after a former run, to the first guides on the screen. */
  readonly seconds: { readonly cold: number; readonly warm: number }
  /** The longest task of the page while it scrolls through all guides; 0 where none took 50 ms. */
  readonly longestTask: { readonly scrolling: number; readonly filtering: number }
  /** The most memory that the server held; undefined where the system does not tell. */
  readonly peakMiB: { readonly cold: number | undefined; readonly warm: number | undefined }
  /** From a save to the page, medians in milliseconds. */
  readonly save: { readonly all: number; readonly small: number; readonly smallDocuments: number }
}

/** Two thousand documents in seven locales. */
const smallGuides = 286
/** Between two saves: nobody writes faster. */
const pauseMilliseconds = 150

/** Starts `hexapla preview` and looks at it in a browser, as a person does. */
export async function measurePreview(
  corpus: BenchCorpus,
  { saves, folder, tell }: { saves: number; folder: string; tell: (line: string) => void },
): Promise<PreviewResult> {
  const browser = await startBrowser()
  try {
    const cold = await withPreview(corpus, browser, ({ seconds, peak }) =>
      Promise.resolve({ seconds, peakMiB: peak() }),
    )
    tell(`preview: first guides after ${cold.seconds.toFixed(2)} s, cold`)
    const warm = await withPreview(corpus, browser, async ({ page, seconds, peak }) => {
      tell(`preview: after ${seconds.toFixed(2)} s, warm`)
      const longestTask = {
        scrolling: await longestTaskOf(page, () => page.evaluate(scrollThrough)),
        filtering: await longestTaskOf(page, () => filter(page)),
      }
      return { seconds, longestTask, all: await medianSave(corpus, page, saves), peakMiB: peak() }
    })
    const small = makeCorpus(folder, smallGuides, shortGuides)
    const save = await withPreview(small, browser, ({ page }) => medianSave(small, page, saves))
    const { seconds, longestTask, all, peakMiB } = warm
    return {
      documents: corpus.documents,
      seconds: { cold: cold.seconds, warm: seconds },
      longestTask,
      peakMiB: { cold: cold.peakMiB, warm: peakMiB },
      save: { all, small: save, smallDocuments: small.documents },
    }
  } finally {
    await browser.close()
  }
}

/** The figures for a reader. */
export function previewReport({ documents, seconds, longestTask, peakMiB, save }: PreviewResult): string {
  return [
    `Preview of ${documents} documents`,
    `First guides on the screen: ${seconds.warm.toFixed(2)} s after a warm start, ${seconds.cold.toFixed(2)} s after a cold one`,
    `Longest task of the page: ${longestTask.scrolling} ms scrolling through all guides, ${longestTask.filtering} ms filtering`,
    `Memory of the server: ${peakMiB.warm?.toFixed(0) ?? '-'} MiB at most after a warm start, ${peakMiB.cold?.toFixed(0) ?? '-'} MiB after a cold one`,
    `Load of the machine: ${machineOf().load}`,
    `From a save to the page: ${save.all.toFixed(0)} ms, with ${save.smallDocuments} documents ${save.small.toFixed(0)} ms; medians`,
  ].join('\n')
}

interface Shown {
  readonly page: Page
  readonly seconds: number
  readonly peak: () => number | undefined
}

async function withPreview<Result>(
  { folder }: BenchCorpus,
  browser: Browser,
  look: (shown: Shown) => Promise<Result>,
): Promise<Result> {
  writeFileSync(join(folder, 'hexapla.config.yaml'), 'source: en-gb\n')
  const [main = ''] = hexapla().command.args
  const page = await browser.newPage()
  const started = performance.now()
  const server = spawn(process.execPath, [main, 'preview', '--cwd', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await page.goto(await firstLine(server))
    await page.waitForSelector('.matrix .row:not(.head)')
    const seconds = (performance.now() - started) / 1000
    return await look({ page, seconds, peak: () => peakOf(server.pid) })
  } finally {
    await page.close()
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    await ended
  }
}

function firstLine({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    stdout?.setEncoding('utf8').once('data', (line: string) => {
      resolve(line.trim())
    })
  })
}

/** A view a frame, from the first guide to the last. */
const scrollThrough = `(async () => {
  const box = document.querySelector('.matrix')
  while (box.scrollTop + box.clientHeight < box.scrollHeight - 1) {
    box.scrollTop += box.clientHeight / 2
    await new Promise(requestAnimationFrame)
  }
})()`

async function filter(page: Page): Promise<void> {
  await page.keyboard.press('/')
  await page.keyboard.type('mail 12')
  await page.locator('.chip').first().click()
  await page.locator('select').last().selectOption('work')
}

/** The longest task of a page while something is done, in milliseconds; browsers tell of those that take 50. */
async function longestTaskOf(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(`(() => {
    window.longest = 0
    window.observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration)
    })
    window.observer.observe({ type: 'longtask' })
  })()`)
  await act()
  await wait(500)
  return Number(await page.evaluate(`(window.observer.disconnect(), window.longest)`))
}

async function medianSave({ folder }: BenchCorpus, page: Page, saves: number): Promise<number> {
  const [path = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((each) => each.endsWith('.en-gb.md'))
    .sort()
  await page.goto(new URL(`#/page/${encodeURIComponent(path)}`, page.url()).href)
  const rendered = page.locator('.rendered')
  await rendered.waitFor()
  const times: number[] = []
  for (let save = 0; save < saves; save++) {
    await wait(pauseMilliseconds)
    const started = performance.now()
    appendFileSync(join(folder, path), `\nSaved ${save} times.\n`)
    await rendered.getByText(`Saved ${save} times.`).waitFor()
    times.push(performance.now() - started)
  }
  return medianOf(times)
}
