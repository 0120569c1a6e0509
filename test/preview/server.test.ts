import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PageView } from '../../src/preview/document-view.ts'
import { buildCommand, folderOf } from '../support/command.ts'
import { drawing } from '../export/pages.ts'
import { post, send, serve, type Served } from './served.ts'

const flawed = '---\ntitle: Mail\n---\n\n## Ports\r\nText. \n\n![a](images/1.svg)\n'
const outside = folderOf({ 'secret.svg': drawing, 'secret.md': 'secret\n' })

let served: Served

beforeAll(async () => {
  buildCommand()
  served = await serve({
    'mail/guide.en-gb.md': flawed,
    'mail/guide.pl-pl.md': '---\ntitle: Poczta\n---\n\n## Porty\n\nTekst.\n',
    'mail/images/1.svg': drawing,
    'mail/images/out.svg': { link: join(outside, 'secret.svg') },
    'mail/guide.fr-fr.md': { link: join(outside, 'secret.md') },
    'notes.txt': 'not for the page',
    '.env': 'KEY=1',
  })
}, 120_000)

afterAll(async () => {
  await served.close()
})

const at = (path: string): string => `/api/page?path=${encodeURIComponent(path)}`

describe('who may ask', () => {
  const own = (): string => `127.0.0.1:${served.server.port}`
  test.each([
    ['this machine', {}, 200],
    ['this machine by its name', { Host: 'localhost:PORT' }, 200],
    ['another name that leads here', { Host: 'evil.example:PORT' }, 403],
    ['another name without a port', { Host: 'localhost' }, 403],
    ['a page of another site', { Origin: 'https://evil.example' }, 403],
    ['a page of another port', { Origin: 'http://127.0.0.1:1' }, 403],
    ['a page without an origin', { Origin: 'null' }, 403],
    ['a picture on another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['this page', { Origin: 'http://127.0.0.1:PORT', 'Sec-Fetch-Site': 'same-origin' }, 200],
  ])('%s', async (_, headers, status) => {
    const given = Object.entries({ Host: own(), ...headers }).map(([name, value]) => [
      name,
      value.replace('PORT', String(served.server.port)),
    ])
    const found = await send(served.server, '/api/overview', {
      headers: Object.fromEntries(given) as Record<string, string>,
    })
    expect(found.status).toBe(status)
    if (status !== 200) expect(found.body).not.toContain('mail')
  })
})

describe('who may write', () => {
  const fix = JSON.stringify({ path: 'mail/guide.en-gb.md', hash: 'a'.repeat(64), key: 'x' })
  const good = (): Record<string, string> => ({
    'Content-Type': 'application/json',
    'X-Hexapla-Token': served.server.token,
  })
  test.each([
    ['nobody without a token', { 'X-Hexapla-Token': '' }, 403],
    ['nobody with another token', { 'X-Hexapla-Token': 'a'.repeat(43) }, 403],
    ['no form of another site', { 'Content-Type': 'text/plain' }, 403],
    ['no page of another site, token or not', { Origin: 'http://evil.example' }, 403],
    ['the page, but not on a text that has moved on', {}, 409],
  ])('%s', async (_, headers, status) => {
    const found = await send(served.server, '/api/fix', {
      method: 'POST',
      headers: { ...good(), ...headers },
      body: fix,
    })
    expect(found.status).toBe(status)
  })

  test.each(['PUT', 'DELETE', 'PATCH'])('nothing else is heard: %s', async (method) => {
    const found = await send(served.server, '/api/fix', { method, headers: good() })
    expect(found.status).toBe(403)
  })

  test('what is no request of the page is refused', async () => {
    for (const body of ['', '[]', '{"path":1}', '{"path":"a","hash":"b","key":"c"}']) {
      const found = await send(served.server, '/api/fix', { method: 'POST', headers: good(), body })
      expect(found.status).toBe(400)
    }
    const large = await send(served.server, '/api/fix', {
      method: 'POST',
      headers: good(),
      body: JSON.stringify({ path: 'a'.repeat(2_000_000) }),
    })
    expect(large.status).toBe(413)
  })
})

describe('what is served', () => {
  test.each([
    ['a picture of the corpus', '/file/mail/images/1.svg', 200],
    ['no document as a file', '/file/mail/guide.en-gb.md', 404],
    ['no file that is no picture', '/file/notes.txt', 404],
    ['no hidden file', '/file/.env', 404],
    ['no link that leads out', '/file/mail/images/out.svg', 404],
    ['no document that leads out', at('mail/guide.fr-fr.md'), 200],
    ['no path that climbs', `/file/../../../../../../etc/hostname`, 404],
    ['no path that climbs, encoded', '/file/..%2f..%2f..%2f..%2fetc%2fhostname', 404],
    ['no path that climbs, encoded twice', '/file/%252e%252e%252f%252e%252e/etc/hostname', 404],
    ['no absolute path', `/file/${encodeURIComponent(join(outside, 'secret.svg'))}`, 404],
    ['no path that is no text', '/file/%ff%fe', 404],
    ['no document outside', at('../secret.md'), 404],
    ['no view that is none', '/api/constructor', 404],
    ['no other address', '/package.json', 404],
  ])('%s', async (_, path, status) => {
    const found = await send(served.server, path)
    expect(found.status).toBe(status)
    expect(found.body).not.toContain('secret\n')
    expect(found.headers['content-security-policy']).toContain("default-src 'none'")
    expect(found.headers['x-content-type-options']).toBe('nosniff')
  })
})

describe('fixes', () => {
  const path = 'mail/guide.en-gb.md'
  const file = (): string => join(served.root, path)
  const look = async (): Promise<PageView> =>
    JSON.parse((await send(served.server, at(path))).body) as PageView

  test('one that is made and taken back leaves the file byte for byte as it was', async () => {
    writeFileSync(file(), flawed)
    await served.live.refresh([path])
    const { hash, findings } = await look()
    const wanted = findings.filter(({ fix }) => fix)
    expect(wanted.map(({ ruleId }) => ruleId).sort()).toEqual(['block-spacing', 'trailing-space'])
    for (const { key } of wanted) {
      const made = await post(served.server, 'fix', { path, hash, key })
      expect(made.kind).toBe('written')
      expect(readFileSync(file(), 'utf8')).not.toBe(flawed)
      expect((await look()).findings.map((each) => each.key)).not.toContain(key)
      expect(await post(served.server, 'undo', { step: made.undo })).toMatchObject({ kind: 'written' })
      expect(readFileSync(file(), 'utf8')).toBe(flawed)
    }
  })

  test('a text that has moved on is left alone', async () => {
    writeFileSync(file(), flawed)
    await served.live.refresh([path])
    const { hash, findings } = await look()
    const key = findings.find(({ fix }) => fix)?.key ?? ''
    writeFileSync(file(), `${flawed}\nMore.\n`)
    expect(await post(served.server, 'fix', { path, hash, key })).toMatchObject({ kind: 'conflict' })
    expect(readFileSync(file(), 'utf8')).toBe(`${flawed}\nMore.\n`)
  })

  test('what is taken back is taken back once, and only from the text that was left', async () => {
    writeFileSync(file(), flawed)
    await served.live.refresh([path])
    const { hash, findings } = await look()
    const { undo } = await post(served.server, 'fix', {
      path,
      hash,
      key: findings.find(({ fix }) => fix)?.key ?? '',
    })
    writeFileSync(file(), 'Other words.\n')
    expect(await post(served.server, 'undo', { step: undo })).toMatchObject({ kind: 'conflict' })
    expect(await post(served.server, 'undo', { step: '999' })).toMatchObject({ kind: 'refused' })
    expect(readFileSync(file(), 'utf8')).toBe('Other words.\n')
  })
})

test('it stops at once, whoever listens', async () => {
  const own = await serve({ 'a.en-gb.md': 'Text.\n' })
  const listening = send(own.server, '/api/events').catch(() => undefined)
  await new Promise((done) => setTimeout(done, 200))
  const started = performance.now()
  await own.close()
  await listening
  expect(performance.now() - started).toBeLessThan(5000)
})
