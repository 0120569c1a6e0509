// Takes the pictures of the preview for the documentation: `npm run screenshots`. They show a copy of the guides into
// which a few slips were put, in a Chromium that is installed; they differ a little from one machine to the next.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { execFileSync, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { startBrowser } from '../src/io/browser.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** What each picture shows: the place, the look, and what is done before it is taken. */
const pictures: readonly {
  readonly name: string
  readonly hash: string
  readonly scheme: 'light' | 'dark'
  readonly width: number
  readonly act?: (page: Page) => Promise<void>
}[] = [
  { name: 'guides', hash: '', scheme: 'light', width: 1200 },
  {
    name: 'page',
    hash: 'page/guides%2Foutlook%2Fguide.pl-pl.md',
    scheme: 'light',
    width: 1200,
    act: async (page) => {
      await page.locator('.finding footer button').first().click()
      await page.locator('.finding .place').first().click()
    },
  },
  { name: 'source-dark', hash: 'source/guides%2Foutlook%2Fguide.pl-pl.md', scheme: 'dark', width: 1200 },
  {
    name: 'side-by-side',
    hash: 'beside/guides%2Fthunderbird%2Fguide.pl-pl.md',
    scheme: 'light',
    width: 1200,
  },
  {
    name: 'translate-dark',
    hash: 'translate/guides%2Fthunderbird%2Fguide.pl-pl.md',
    scheme: 'dark',
    width: 1200,
    act: async (page) => {
      await page.locator('.words-button', { hasText: 'Le mot de passe de cette' }).click()
      await page.waitForSelector('.match')
      await page.evaluate('scrollTo(0, 560)')
    },
  },
  { name: 'settings', hash: 'settings', scheme: 'light', width: 1200 },
  { name: 'page-narrow-dark', hash: 'page/guides%2Foutlook%2Fguide.pl-pl.md', scheme: 'dark', width: 420 },
  { name: 'guides-narrow', hash: '', scheme: 'light', width: 420 },
]

const folder = mkdtempSync(join(tmpdir(), 'hexapla-screenshots-'))
cpSync(join(root, 'guides'), join(folder, 'guides'), { recursive: true })
cpSync(join(root, 'hexapla.config.yaml'), join(folder, 'hexapla.config.yaml'))
// What sources said when they were translated is told by the ledger, and by git.
cpSync(join(root, '.hexapla/ledger'), join(folder, '.hexapla/ledger'), { recursive: true })
for (const words of [['init'], ['add', '.'], ['commit', '--message', 'Guides']])
  execFileSync(
    'git',
    ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false', ...words],
    {
      cwd: folder,
      stdio: 'ignore',
    },
  )
sow('thunderbird/guide.fr-fr.md', (text) =>
  text
    .replace('Comptez une dizaine de minutes.', 'Comptez cinq petites minutes.')
    .replace('bons serveurs', 'serveurs qu’il faut'),
)
sow('outlook/guide.pl-pl.md', (text) =>
  text
    .replace('993', '994')
    .replace('](images/01-', '](images/1-')
    .replace(/(\n## [^\n]+\n)\n/, '$1'),
)
const french = readFileSync(join(folder, 'guides/thunderbird/guide.fr-fr.md'), 'utf8').split('\n')
sow('thunderbird/guide.pl-pl.md', (text) =>
  text
    .split('\n')
    .map((line, index) => (index > 8 && index < 21 && line.startsWith('- ') ? (french[index] ?? line) : line))
    .join('\n'),
)
rmSync(join(folder, 'guides/ios/guide.it-it.md'))

const server = spawn(
  process.execPath,
  [join(root, 'dist/cli/main.js'), 'preview', 'guides', '--cwd', folder],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
)
const url = await new Promise<string>((resolve) => {
  server.stdout.setEncoding('utf8').once('data', (line: string) => {
    resolve(line.trim())
  })
})
const browser = await startBrowser()
mkdirSync(join(root, 'docs/images/preview'), { recursive: true })
for (const { name, hash, scheme, width, act } of pictures) {
  const context = await browser.newContext({
    colorScheme: scheme,
    reducedMotion: 'reduce',
    viewport: { width, height: 800 },
  })
  const page = await context.newPage()
  await page.goto(`${url}#/${hash}`)
  await page.waitForSelector('main :is(.matrix .row, .rendered, .line, .pair, .unit, table)')
  await act?.(page)
  await page.waitForTimeout(500)
  await page.screenshot({ path: join(root, `docs/images/preview/${name}.png`) })
  console.log(`docs/images/preview/${name}.png`)
  await context.close()
}
await browser.close()
server.kill('SIGINT')
rmSync(folder, { recursive: true, force: true })

function sow(path: string, change: (text: string) => string): void {
  const file = join(folder, 'guides', path)
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}
