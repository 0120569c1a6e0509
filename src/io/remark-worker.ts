import { parentPort } from 'node:worker_threads'
import { refusedFacts, type Facts } from '../markdown/facts.ts'
import { factsOf, plainFacts } from '../markdown/facts-of.ts'
import { loadRemarkParse, type Format } from '../markdown/parse.ts'
import { ParseRefusal } from '../markdown/refusal.ts'

/** What the host asks. */
export interface Request {
  readonly text: string
  readonly format: Format
}

const parse = await loadRemarkParse()

function answer({ text, format }: Request): Facts {
  try {
    return plainFacts(factsOf(parse(text, format), text))
  } catch (error) {
    if (!(error instanceof ParseRefusal)) throw error
    return refusedFacts({
      kind: 'limit',
      limit: 'nesting',
      actual: 0,
      allowed: 0,
      range: { start: 0, end: 0 },
    })
  }
}

parentPort?.on('message', (request: Request) => parentPort?.postMessage(answer(request)))
