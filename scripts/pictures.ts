// Draws the pictures of the guides: `npm run pictures`; with `--check` it writes nothing and fails where one is not current.
// They hold no words, so that one picture serves every locale, and the same script always writes the same bytes.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { android } from './pictures/android.ts'
import { ios } from './pictures/ios.ts'
import { mailSettings } from './pictures/mail-settings.ts'
import { outlook } from './pictures/outlook.ts'
import { thunderbird } from './pictures/thunderbird.ts'
import { windowsPhone } from './pictures/windows-phone.ts'

/** By guide, by the picture's name. */
const pictures: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  android,
  ios,
  'mail-settings': mailSettings,
  outlook,
  thunderbird,
  'windows-phone': windowsPhone,
}

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const check = process.argv.includes('--check')
const stale: string[] = []

for (const [guide, table] of Object.entries(pictures)) {
  for (const [name, draw] of Object.entries(table)) {
    const path = `guides/${guide}/images/${name}.svg`
    const file = join(root, path)
    const content = draw()
    if (existsSync(file) && readFileSync(file, 'utf8') === content) continue
    stale.push(path)
    if (check) continue
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}

for (const path of stale) console.log(check ? `${path} is not current: run npm run pictures` : path)
if (check && stale.length > 0) process.exitCode = 1
