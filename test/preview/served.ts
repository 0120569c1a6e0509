import { request } from 'node:http'
import { Desk } from '../../src/preview/desk.ts'
import { LiveCorpus } from '../../src/preview/live.ts'
import { startServer, type PreviewServer } from '../../src/preview/server.ts'
import { canonOf, configOf } from '../support/corpus.ts'
import { folderOf, type Entry } from '../support/command.ts'

/** A preview of a temporary folder. */
export interface Served {
  readonly root: string
  readonly live: LiveCorpus
  readonly server: PreviewServer
  close(): Promise<void>
}

/** Serves files from a temporary folder. */
export async function serve(
  files: Readonly<Record<string, Entry>>,
  yaml = 'source: en-gb\n',
): Promise<Served> {
  return serveFolder(folderOf(files), yaml, files['guides/settings.yaml'])
}

/** Serves a folder. */
export async function serveFolder(root: string, yaml = 'source: en-gb\n', settings?: Entry): Promise<Served> {
  const config = configOf(yaml)
  const canon = typeof settings === 'string' ? canonOf(settings) : undefined
  const live = await LiveCorpus.open({
    root,
    readTerms: () => Promise.resolve({ config, canon, glossary: undefined }),
    isRuling: () => false,
    isShown: () => true,
  })
  const server = await startServer({ root, live, desk: new Desk(root, live) })
  return {
    root,
    live,
    server,
    close: async () => {
      await server.close()
      await live.close()
    },
  }
}

/** What a server answered. */
export interface Answer {
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

/** Sends a request just as it is, with a path and headers that no browser would let pass. */
export function send(
  { port }: { readonly port: number },
  path: string,
  options: {
    readonly method?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string
  } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options
    const sent = request({ agent: false, host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('error', reject).on('close', () => {
        resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Asks for something to be written, as the page does. */
export async function post(
  server: PreviewServer,
  name: string,
  given: object,
): Promise<Record<string, string>> {
  const { body } = await send(server, `/api/${name}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Hexapla-Token': server.token,
      Origin: `http://127.0.0.1:${server.port}`,
    },
    body: JSON.stringify(given),
  })
  return JSON.parse(body) as Record<string, string>
}
