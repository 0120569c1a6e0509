import { ProviderFault } from './provider.ts'

/** One answer of a server. */
export interface Reply {
  readonly status: number
  readonly text: string
  /** Seconds that it asks to wait. */
  readonly retryAfter?: number
}

/** Sends JSON to a server; `undefined` where it did not answer in time. */
export type Post = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
  signal?: AbortSignal,
) => Promise<Reply | undefined>

/** What asking a server takes. */
export interface Server {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly post: Post
  readonly wait: (milliseconds: number) => Promise<void>
}

const mostTries = 5
const longestWait = 60_000

/** Asks a server until it answers: too many requests and its own failures are waited out, each time twice as long. */
export async function postUntilAnswered(
  { url, headers, post, wait }: Server,
  body: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  let last = 'no answer in time'
  for (let turn = 0; turn < mostTries; turn++) {
    const reply = await post(url, headers, body, signal)
    if (reply && reply.status >= 200 && reply.status < 300) {
      const answer = jsonOf(reply.text)
      if (answer !== undefined) return answer
      last = 'an answer that is no JSON'
    } else if (reply) {
      last = `status ${reply.status}`
      // What was asked is wrong, or nobody may ask: asking again does not help.
      if (reply.status < 500 && reply.status !== 429 && reply.status !== 408) break
    }
    const asked = (reply?.retryAfter ?? 0) * 1000
    if (turn < mostTries - 1) await wait(Math.min(Math.max(asked, 500 * 2 ** turn), longestWait))
  }
  throw new ProviderFault(`Unexpected ${last} from \`${new URL(url).host}\`, expected translations`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
