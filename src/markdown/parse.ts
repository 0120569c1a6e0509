import { loadNative } from './native.ts'
import type { Parse } from './parsed.ts'

/** The native parser; undefined where its package is not installed or cannot be loaded here. */
export async function loadNativeParse(): Promise<Parse | undefined> {
  return loadNative()
}

/** The reference parser, remark, loaded only when it is asked for. */
export async function loadRemarkParse(): Promise<Parse> {
  const { remarkParse } = await import('./remark.ts')
  return remarkParse
}

export type { Format, Parse, Parsed } from './parsed.ts'
export { remarkTriggerIn } from './triggers.ts'
