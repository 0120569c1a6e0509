import { timingSafeEqual } from 'node:crypto'

/** What a request says of where it comes from. */
export interface Caller {
  readonly method: string
  readonly host: string | undefined
  readonly origin: string | undefined
  /** `Sec-Fetch-Site`, which browsers set and pages cannot. */
  readonly site: string | undefined
  readonly token: string | undefined
  readonly contentType: string | undefined
}

/** Where the server stands. */
export interface Gate {
  readonly port: number
  readonly token: string
}

/**
 * Why a request is turned away; undefined where it may pass. Another site can have a browser send requests here, under
 * a name of its own that leads to this machine: the names that it is asked by and comes from tell.
 */
export function refusalOf(caller: Caller, { port, token }: Gate): string | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const { method, host = '', origin, site, contentType = '' } = caller
  if (!hosts.includes(host)) return 'Unexpected Host, expected this machine'
  if (origin !== undefined && !hosts.some((each) => origin === `http://${each}`)) {
    return 'Unexpected Origin, expected this page'
  }
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return 'Unexpected request of another site'
  }
  if (method === 'GET' || method === 'HEAD') return undefined
  if (method !== 'POST') return 'Unexpected method, expected GET or POST'
  if (!isSame(caller.token ?? '', token)) return 'Unexpected token, expected that of this page: load it again'
  return /^application\/json(?:;|$)/.test(contentType) ? undefined : 'Unexpected content, expected JSON'
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}
