import { randomBytes, randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import { interfaceFiles } from '../io/interface-files.ts'
import { pictureReader } from '../io/picture.ts'
import { ChangeFeed } from './change-feed.ts'
import type { Desk } from './desk.ts'
import { refusalOf, type Gate } from './guard.ts'
import { FormerSources } from './former-sources.ts'
import type { LiveCorpus } from './live.ts'
import { Memories } from './memories.ts'
import { asksOf, type Ask } from './asks.ts'
import { policy, shellHtml } from './shell.ts'
import { views, type ViewTools } from './views.ts'

/** What the server serves. */
export interface ServerSetup {
  readonly root: string
  readonly live: LiveCorpus
  readonly desk: Desk
  readonly editorAt?: ((path: string) => string) | undefined
  /** Undefined for any that is free. */
  readonly port?: number | undefined
}

/** A server that runs. */
export interface PreviewServer {
  readonly url: string
  readonly port: number
  readonly token: string
  close(): Promise<void>
}

/** A page that says nothing for so long hears that the server is still there. */
const patienceMs = 15_000
const mostBytes = 1024 * 1024

/** Serves the preview to this machine alone. @throws Error where the port is taken */
export async function startServer(setup: ServerSetup): Promise<PreviewServer> {
  const token = randomBytes(32).toString('base64url')
  const gate = { port: 0, token }
  const feeds = new Set<ChangeFeed>()
  const app = appOf(setup, gate, feeds)
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(setup.port ?? 0, '127.0.0.1', resolve)
  })
  const address = server.address()
  gate.port = typeof address === 'object' && address ? address.port : 0
  const stop = setup.live.listen((change) => {
    for (const feed of feeds) feed.put(change)
  })
  return {
    url: `http://127.0.0.1:${gate.port}/`,
    port: gate.port,
    token,
    close: async () => {
      stop()
      for (const feed of feeds) feed.close()
      const closed = new Promise<void>((resolve) =>
        server.close(() => {
          resolve()
        }),
      )
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
    },
  }
}

function appOf({ root, live, desk, editorAt }: ServerSetup, gate: Gate, feeds: Set<ChangeFeed>): Hono {
  const app = new Hono()
  const files = interfaceFiles()
  const run = randomUUID()
  const tools: ViewTools = {
    live,
    memories: new Memories(live),
    formers: new FormerSources(live),
    editorAt,
    pictureAt: (path) => `/file/${path.split('/').map(encodeURIComponent).join('/')}`,
  }
  const asks = asksOf(desk, live)

  app.use(async (context, next) => {
    const header = (name: string): string | undefined => context.req.header(name)
    const refusal = refusalOf(
      {
        method: context.req.method,
        host: header('host'),
        origin: header('origin'),
        site: header('sec-fetch-site'),
        token: header('x-hexapla-token'),
        contentType: header('content-type'),
      },
      gate,
    )
    if (refusal !== undefined) return context.text(refusal, 403, safeHeaders)
    await next()
    for (const [name, value] of Object.entries(safeHeaders)) context.res.headers.set(name, value)
    return undefined
  })
  app.use(bodyLimit({ maxSize: mostBytes }))

  app.get('/', (context) => context.html(shellHtml({ token: gate.token, name: basename(root) })))
  app.get('/ui.js', (context) => typed(context, files.script, 'text/javascript'))
  app.get('/ui.css', (context) => typed(context, files.style, 'text/css'))
  app.get('/file/*', (context) => picture(context, root, live))
  app.get('/api/events', (context) =>
    streamSSE(context, async (stream) => {
      const feed = new ChangeFeed()
      feeds.add(feed)
      stream.onAbort(() => {
        feed.close()
      })
      const { version } = live.scene
      await stream.writeSSE({ event: 'hello', data: JSON.stringify({ run, version }), retry: 1000 })
      for (let change = await feed.next(patienceMs); change; change = await feed.next(patienceMs)) {
        if (change === 'idle') await stream.writeSSE({ event: 'idle', data: '' })
        else await stream.writeSSE({ event: 'change', data: JSON.stringify(change) })
      }
      feeds.delete(feed)
    }),
  )
  app.get('/api/:view', async (context) => {
    const name = context.req.param('view')
    const view = Object.hasOwn(views, name) ? views[name] : undefined
    const made = await view?.(tools, (key) => context.req.query(key))
    return made === undefined
      ? context.json({ reason: 'Unexpected address, expected a document that is there' }, 404)
      : context.json(made)
  })
  app.post('/api/:ask', async (context) => {
    const name = context.req.param('ask')
    const ask: Ask | undefined = Object.hasOwn(asks, name) ? asks[name] : undefined
    if (!ask) return context.json({ kind: 'refused', reason: 'Unexpected address' }, 404)
    const given: unknown = await context.req.json().catch(() => undefined)
    const written = await ask(given)
    return context.json(written, written.kind === 'written' ? 200 : written.kind === 'conflict' ? 409 : 400)
  })
  app.onError((error, context) =>
    error instanceof HTTPException
      ? error.getResponse()
      : context.json({ kind: 'refused', reason: error.message }, 500),
  )
  return app
}

const safeHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

function typed(context: Context, body: string, type: string): Response {
  return context.body(body, 200, { 'Content-Type': `${type}; charset=utf-8` })
}

/** A picture of the corpus, and no other file. */
function picture(context: Context, root: string, { scene }: LiveCorpus): Response {
  const path = decoded(new URL(context.req.url).pathname.slice('/file/'.length))
  const found = path !== undefined && scene.corpus.files.has(path) ? pictureReader(root)(path) : undefined
  if (!found || 'reason' in found) return context.text('Unexpected address, expected a picture', 404)
  return context.body(new Uint8Array(found.bytes), 200, { 'Content-Type': found.mediaType })
}

function decoded(path: string): string | undefined {
  try {
    return path.split('/').map(decodeURIComponent).join('/')
  } catch {
    return undefined
  }
}
