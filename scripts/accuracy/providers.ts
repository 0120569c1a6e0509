import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { globbySync } from 'globby'
import { exportAutoconfig, importAutoconfig } from '../../src/settings/autoconfig.ts'
import type { Service } from '../../src/settings/canon.ts'
import { settingsText, type Imported } from '../../src/settings/import.ts'
import { exportMobileconfig } from '../../src/settings/mobileconfig.ts'
import { parseCanon } from '../../src/settings/parse-canon.ts'
import { readXml } from '../../src/settings/xml.ts'

/**
 * Imports every autoconfig file below some folders, exports it, imports and exports that again: the settings must be
 * equal, the bytes of both exports too, and what was left out must be named. True where all of them hold.
 */
export async function run(folders: readonly string[]): Promise<boolean> {
  const base = process.env.INIT_CWD ?? '.'
  const files = globbySync(folders.map((folder) => `${resolve(base, folder)}/**/*.xml`)).sort()
  const losses = new Map<string, number>()
  let [faults, profiles] = [0, 0]
  for (const file of files) {
    const first = importAutoconfig(readFileSync(file, 'utf8'))
    const fault = 'problem' in first ? `line ${first.problem.line}: ${first.problem.reason}` : faultIn(first)
    if ('losses' in first)
      for (const { reason } of first.losses) losses.set(reason, (losses.get(reason) ?? 0) + 1)
    if ('data' in first) {
      const profile = exportMobileconfig(serviceIn(first))
      if (!('problem' in profile)) {
        profiles++
        // Apple's document type is the one thing in a profile that an import would refuse.
        if ('problem' in readXml(profile.text.replace(/<!DOCTYPE[^>]*>\n/, ''))) {
          faults++
          console.log(`${basename(file)}: its profile is no well-formed XML`)
        }
      }
    }
    if (fault === undefined) continue
    faults++
    console.log(`${basename(file)}: ${fault}`)
  }
  for (const [reason, count] of [...losses].sort((a, b) => b[1] - a[1]))
    console.log(`${count} times: ${reason}`)
  console.log(`${files.length} files, ${profiles} profiles, ${faults} faults`)
  return Promise.resolve(files.length > 0 && faults === 0)
}

function faultIn(first: Extract<Imported, { data: unknown }>): string | undefined {
  const once = exportAutoconfig(serviceIn(first))
  const second = importAutoconfig(once.text)
  if ('problem' in second) return `its export is refused: ${second.problem.reason}`
  if (second.losses.length > 0) return `its export loses ${second.losses[0]?.reason ?? ''}`
  if (!isDeepStrictEqual(withoutNames(first), withoutNames(second))) return 'its export says something else'
  return exportAutoconfig(serviceIn(second)).text === once.text
    ? undefined
    : 'the second export differs from the first'
}

/** A service without a name of its own is shown by its id. */
function withoutNames({ data }: Extract<Imported, { data: unknown }>): unknown {
  return Object.entries(data.services).map(([id, { name = [id], ...rest }]) => ({ id, name, ...rest }))
}

function serviceIn({ data }: Extract<Imported, { data: unknown }>): Service {
  const result = parseCanon(settingsText(data), 'settings.yaml')
  if ('problems' in result) throw new RangeError(result.problems.map(({ reason }) => reason).join('\n'))
  const [service] = result.canon.services
  if (!service) throw new RangeError('Unexpected settings without a service, expected one')
  return service
}
