import { blockDoubts } from './block-doubts.ts'
import type { Doubt } from './doubt.ts'
import { mdxDoubts } from './mdx-doubts.ts'
import { wordDoubts } from './word-doubts.ts'

/** Every sign of a difference that no normaliser settles; the document then goes to remark. */
export const doubts: readonly Doubt[] = [...blockDoubts, ...wordDoubts, ...mdxDoubts]
