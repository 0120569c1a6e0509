import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SettingsView } from '../../src/preview/settings-view.ts'
import { buildCommand } from '../support/command.ts'
import { send, serve, type Served } from './served.ts'

const settings = `services:
  mail:
    name: Mail
    endpoints:
      imap:
        host: imap.example.com
        ports: { tls: 993, starttls: 143 }
`
const guideOf = (port: number): string =>
  `---\ntitle: Mail\n---\n\n## IMAP\n\n| Server | Port |\n| --- | --- |\n| imap.example.com | ${port} |\n`
const english = 'guides/mail/guide.en-gb.md'
const german = 'guides/mail/guide.de-de.md'

let served: Served

beforeAll(async () => {
  buildCommand()
  served = await serve({ 'guides/settings.yaml': settings, [english]: guideOf(993), [german]: guideOf(993) })
}, 120_000)

afterAll(async () => {
  await served.close()
})

const look = async (): Promise<SettingsView> =>
  JSON.parse((await send(served.server, '/api/settings')).body) as SettingsView

describe('settings', () => {
  test('each value stands with where each locale states it', async () => {
    const { services, locales, contradictions } = await look()
    expect(locales).toEqual(['en-gb', 'de-de'])
    expect(contradictions).toEqual([])
    const values = services.flatMap(({ name, endpoints }) =>
      endpoints.flatMap((endpoint) =>
        endpoint.values.map(({ value, stated }) => [
          name,
          value,
          stated.map((places) => places.map(({ line }) => line)),
        ]),
      ),
    )
    expect(values).toEqual([
      ['Mail', 'imap.example.com', [[9], [9]]],
      ['Mail', '993', [[9], [9]]],
      ['Mail', '143', [[], []]],
    ])
  })

  test('a contradiction comes with its save, at its place, and goes with the next', async () => {
    writeFileSync(join(served.root, german), guideOf(994))
    await served.live.refresh([german])
    const { contradictions } = await look()
    expect(contradictions.map(({ path, line }) => [path, line])).toContainEqual([german, 9])
    expect(contradictions[0]?.reason).toContain('994')
    writeFileSync(join(served.root, german), guideOf(993))
    await served.live.refresh([german])
    expect((await look()).contradictions).toEqual([])
  })
})
