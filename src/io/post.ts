import { setTimeout } from 'node:timers/promises'
import { errorCode } from './error-code.ts'

/** What a server answered. */
interface Answered {
  readonly status: number
  readonly text: string
  readonly retryAfter?: number
}

/** A person waits no longer for twenty passages. */
const longestTime = 60_000

/** Sends JSON to a server; in words what kept it from answering, where it does not in time, or cannot be reached. */
export type PostJson = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
  signal?: AbortSignal,
) => Promise<Answered | string>

/** Sends so: the whole answer must be there within so many milliseconds, however slowly it comes. */
export function postJsonWithin(milliseconds: number = longestTime): PostJson {
  return async (url, headers, body, signal) => {
    const limit = AbortSignal.timeout(milliseconds)
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
        // A key must not follow to another server.
        redirect: 'error',
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      })
      const seconds = Number(response.headers.get('retry-after') ?? '')
      return {
        status: response.status,
        text: await response.text(),
        ...(seconds > 0 && { retryAfter: seconds }),
      }
    } catch (error) {
      if (signal?.aborted) throw error
      if (limit.aborted) return `lack of a whole answer within ${milliseconds / 1000} s`
      const code = errorCode(error instanceof Error ? error.cause : undefined)
      return `failure to connect${code === undefined ? '' : ` (${code})`}`
    }
  }
}

/** Waits. */
export async function wait(milliseconds: number): Promise<void> {
  await setTimeout(milliseconds)
}
