import { appendFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCommand } from '../support/command.ts'
import { send, serve, type Served } from './served.ts'

const path = 'mail/guide.en-gb.md'
let served: Served

beforeAll(async () => {
  buildCommand()
  served = await serve({ [path]: '---\ntitle: Mail\n---\n\nText.\n' })
}, 120_000)

afterAll(async () => {
  await served.close()
})

/** A page that hears of changes: the versions that it was told. */
function listener(): { readonly heard: number[]; readonly leave: () => void } {
  const heard: number[] = []
  const sent = request({ agent: false, host: '127.0.0.1', port: served.server.port, path: '/api/events' })
  sent.on('response', (response) => {
    response.setEncoding('utf8').on('data', (text: string) => {
      for (const [, version] of text.matchAll(/"version":(\d+)/g)) heard.push(Number(version))
    })
  })
  sent.on('error', () => undefined)
  sent.end()
  return { heard, leave: () => sent.destroy() }
}

async function save(words: string): Promise<void> {
  appendFileSync(join(served.root, path), `\n${words}\n`)
  await served.live.refresh([path])
}

describe('many pages at once', () => {
  test('fifty hear of each change, and ask for what they show', async () => {
    const pages = Array.from({ length: 50 }, listener)
    await expect.poll(() => pages.every(({ heard }) => heard.length === 1), { timeout: 10_000 }).toBe(true)
    await save('For fifty.')
    const { version } = served.live.scene
    await expect
      .poll(() => pages.every(({ heard }) => heard.at(-1) === version), { timeout: 10_000 })
      .toBe(true)
    const at = `/api/page?path=${encodeURIComponent(path)}`
    const answers = await Promise.all(pages.map(() => send(served.server, at)))
    expect(answers.every(({ status, body }) => status === 200 && body.includes('For fifty.'))).toBe(true)
    for (const { leave } of pages) leave()
  }, 60_000)

  test('one that never reads costs little, and keeps nobody waiting', async () => {
    const deaf: Socket[] = Array.from({ length: 5 }, () => {
      const socket = connect(served.server.port, '127.0.0.1')
      socket.pause()
      socket.write(`GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:${served.server.port}\r\n\r\n`)
      return socket
    })
    const hearing = listener()
    await expect.poll(() => hearing.heard.length).toBe(1)
    const before = process.memoryUsage()
    for (let turn = 0; turn < 200; turn++) await save(`Turn ${turn}.`)
    const after = process.memoryUsage()
    await expect.poll(() => hearing.heard.at(-1), { timeout: 10_000 }).toBe(served.live.scene.version)
    const grown = after.external + after.arrayBuffers - before.external - before.arrayBuffers
    expect(grown / 1024 / 1024).toBeLessThan(20)
    hearing.leave()
    for (const socket of deaf) socket.destroy()
  }, 120_000)
})
