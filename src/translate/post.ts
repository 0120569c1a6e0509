import { ProviderFault } from './provider.ts'

/** One answer of a server. */
export interface Reply {
  readonly status: number
  readonly text: string
  /** Seconds that it asks to wait. */
  readonly retryAfter?: number
}

/** Sends JSON to a server; in words what kept it from answering. */
export type Post = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
  signal?: AbortSignal,
) => Promise<Reply | string>

/** What asking a server takes. */
export interface Server {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly post: Post
  readonly wait: (milliseconds: number) => Promise<void>
}

const mostTries = 5
const longestWait = 60_000

/** What a person can put right, by what the server says. */
const hints: Readonly<Record<number, string>> = {
  401: 'the key that `key` in the config names to be right',
  403: 'the key that `key` in the config names to be right',
  404: 'the address of such a service in `url` of the config',
  429: 'fewer requests, or later ones: what was answered is kept, and the next run goes on',
  456: 'an account with room for more: what was answered is kept, and the next run goes on',
}

/** Asks a server until it answers: too many requests and its own failures are waited out, each time twice as long. */
export async function postUntilAnswered(
  { url, headers, post, wait }: Server,
  body: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  let last = ''
  let expected = 'translations'
  for (let turn = 0; turn < mostTries; turn++) {
    const reply = await post(url, headers, body, signal)
    if (typeof reply === 'string') last = reply
    else if (reply.status >= 200 && reply.status < 300) {
      const answer = jsonOf(reply.text)
      if (answer !== undefined) return answer
      last = 'answer that is no JSON'
    } else {
      last = `status ${reply.status}`
      expected = hints[reply.status] ?? expected
      // What was asked is wrong, or nobody may ask: asking again does not help.
      if (reply.status < 500 && reply.status !== 429 && reply.status !== 408) break
    }
    const asked = (typeof reply === 'string' ? 0 : (reply.retryAfter ?? 0)) * 1000
    if (turn < mostTries - 1) await wait(Math.min(Math.max(asked, 500 * 2 ** turn), longestWait))
  }
  throw new ProviderFault(`Unexpected ${last} at \`${new URL(url).host}\`, expected ${expected}`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
