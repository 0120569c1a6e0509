// Draws the pictures: `npm run pictures`; with `--check` it writes nothing and fails where one is not current.
// Those of the guides hold no words, so that one serves every locale. The same script always writes the same bytes.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { android } from './pictures/android.ts'
import { ios } from './pictures/ios.ts'
import { mailSettings } from './pictures/mail-settings.ts'
import { outlook } from './pictures/outlook.ts'
import { frenchFragment } from './pictures/readme.ts'
import { thunderbird } from './pictures/thunderbird.ts'
import { windowsPhone } from './pictures/windows-phone.ts'

const guides: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  android,
  ios,
  'mail-settings': mailSettings,
  outlook,
  thunderbird,
  'windows-phone': windowsPhone,
}

/** What draws each picture, by its path. */
const pictures: Readonly<Record<string, () => string | Promise<string>>> = {
  'docs/images/french-fragment.svg': frenchFragment,
  ...Object.fromEntries(
    Object.entries(guides).flatMap(([guide, table]) =>
      Object.entries(table).map(([name, draw]) => [`guides/${guide}/images/${name}.svg`, draw]),
    ),
  ),
}

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const check = process.argv.includes('--check')

for (const [path, draw] of Object.entries(pictures)) {
  const file = join(root, path)
  const content = await draw()
  if (existsSync(file) && readFileSync(file, 'utf8').replaceAll('\r\n', '\n') === content) continue
  if (check) {
    console.error(`Unexpected ${path}, expected what the code draws: run \`npm run pictures\``)
    process.exitCode = 1
  } else {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
    console.log(path)
  }
}
