import { resolve } from 'node:path'
import { readUtf8 } from '../io/read-utf8.ts'
import { exportAutoconfig, importAutoconfig } from '../settings/autoconfig.ts'
import type { Service } from '../settings/canon.ts'
import { settingsText, type Loss } from '../settings/import.ts'
import { exportMobileconfig } from '../settings/mobileconfig.ts'
import { exportZone, importZone } from '../settings/zone.ts'
import { terminalSafe } from '../report/escape.ts'
import { openCanon } from './canon.ts'
import type { Outcome } from './outcome.ts'
import { unknownName, UsageError } from './usage.ts'
import { openWorkspace } from './workspace.ts'

/** What `hexapla settings export --to` takes. */
const writers: Readonly<
  Record<string, (service: Service) => { text: string; losses: readonly Loss[] } | { problem: string }>
> = { autoconfig: exportAutoconfig, mobileconfig: exportMobileconfig, srv: exportZone }

/** Prints a settings file made of one in another format; what could not be carried over is told on stderr. */
export async function importSettings(file: string, cwd: string): Promise<Outcome> {
  const text = await readUtf8(resolve(cwd, file))
  if (text === undefined) throw new UsageError(`Unexpected file \`${file}\`, expected one that can be read`)
  const read = /^\s*(?:\uFEFF\s*)?</.test(text.slice(0, 1000)) ? importAutoconfig : importZone
  const result = read(text)
  if ('problem' in result) {
    const { line, column, reason } = result.problem
    throw new UsageError(`The file cannot be imported.\n${file}:${line}:${column}  ${reason}`)
  }
  return { stdout: settingsText(result.data), stderr: lossLines(result.losses, file), exitCode: 0 }
}

/** Prints a service in another format; what it has no room for is told on stderr. */
export async function exportSettings(
  id: string | undefined,
  options: { readonly cwd: string; readonly config?: string; readonly to?: string },
): Promise<Outcome> {
  const format = options.to
  if (format === undefined)
    throw new UsageError(
      `Unexpected export without a format, expected \`--to\` with one of ${Object.keys(writers).join(', ')}`,
    )
  const write = Object.hasOwn(writers, format) ? writers[format] : undefined
  if (!write) throw unknownName('format', format, Object.keys(writers))
  const canon = await openCanon(await openWorkspace(options.cwd, [], options.config))
  if (!canon)
    throw new UsageError(
      'Unexpected repository without a settings file, expected `guides/settings.yaml` or `settings` in the config',
    )
  const ids = canon.services.map((service) => service.id)
  const wanted = id ?? (ids.length === 1 ? ids[0] : undefined)
  if (wanted === undefined)
    throw new UsageError(
      `Unexpected export without a service, expected one of ${ids.map((each) => `\`${each}\``).join(', ')}`,
    )
  const service = canon.services.find((each) => each.id === wanted)
  if (!service) throw unknownName('service', wanted, ids)
  const result = write(service)
  if ('problem' in result) throw new UsageError(result.problem)
  return { stdout: result.text, stderr: lossLines(result.losses, undefined), exitCode: 0 }
}

function lossLines(losses: readonly Loss[], file: string | undefined): string {
  const lines = losses.map(({ line, reason }) =>
    file !== undefined && line !== undefined ? `${file}:${line}  ${reason}` : reason,
  )
  return lines.map((line) => `${terminalSafe(line)}\n`).join('')
}
