import * as z from 'zod'
import type { Desk, Written } from './desk.ts'
import type { LiveCorpus } from './live.ts'
import { saveSegment } from './translator.ts'

/** Does what a page asks for. */
export type Ask = (given: unknown) => Promise<Written>

const hash = z.string().regex(/^[\da-f]{64}$/)

/** Everything that a page may ask to be written, by its name. */
export function asksOf(desk: Desk, live: LiveCorpus): Readonly<Record<string, Ask>> {
  return {
    fix: asked(z.strictObject({ path: z.string(), hash, key: z.string() }), (request) => desk.fix(request)),
    segment: asked(
      z.strictObject({ path: z.string(), hash, sourceHash: hash, unit: z.string(), words: z.string() }),
      (request) => saveSegment(request, live, desk),
    ),
    undo: asked(z.strictObject({ step: z.string() }), ({ step }) => desk.undo(step)),
  }
}

function asked<Given>(schema: z.ZodType<Given>, act: (given: Given) => Promise<Written>): Ask {
  return async (given) => {
    const { data, success } = schema.safeParse(given)
    return success ? act(data) : { kind: 'refused', reason: 'Unexpected request, expected one of this page' }
  }
}
