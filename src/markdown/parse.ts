import { loadNative } from './native.ts'
import type { Parse } from './parsed.ts'
import { ParseRefusal } from './refusal.ts'
import { remarkTriggerIn } from './triggers.ts'

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

/** One parse of both: the native parser, and remark for what that one must not read. For texts within the limits. */
export async function loadParse(parser: 'auto' | 'native' | 'remark'): Promise<Parse> {
  const native = parser === 'remark' ? undefined : await loadNativeParse()
  const remark = await loadRemarkParse()
  if (!native) return remark
  return (text, format) => {
    if (remarkTriggerIn(text, format) !== undefined) return remark(text, format)
    try {
      return native(text, format)
    } catch (error) {
      if (error instanceof ParseRefusal && error.kind === 'reference') return remark(text, format)
      throw error
    }
  }
}
