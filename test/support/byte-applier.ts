import type { Edit } from '../../src/text/edit.ts'

/** What a patch makes of a file, told in bytes. */
export interface ByteResult {
  readonly bytes: Buffer
  /** The stretches outside the edits: where each was, and where it is now. */
  readonly kept: readonly { readonly from: number; readonly to: number; readonly length: number }[]
}

/**
 * Applies the edits of a text to its UTF-8 bytes, from the last to the first, each alone. It is written apart from the
 * program's own applier, which goes forward over code units, so that the one can be held against the other.
 */
export function applyToBytes(text: string, edits: readonly Edit[]): ByteResult {
  const original = Buffer.from(text, 'utf8')
  const byteOf = (offset: number): number => Buffer.byteLength(text.slice(0, offset), 'utf8')
  const patches = edits
    .map(({ range, text: words }) => ({
      start: byteOf(range.start),
      end: byteOf(range.end),
      words: Buffer.from(words, 'utf8'),
    }))
    .sort((a, b) => b.start - a.start)
  let bytes = original
  for (const { start, end, words } of patches)
    bytes = Buffer.concat([bytes.subarray(0, start), words, bytes.subarray(end)])
  const kept = []
  let from = 0
  let to = 0
  for (const { start, end, words } of [...patches].reverse()) {
    kept.push({ from, to, length: start - from })
    to += start - from + words.length
    from = end
  }
  kept.push({ from, to, length: original.length - from })
  return { bytes, kept }
}

/** Why a written file is not what its patch says; undefined where it is, and every byte outside the edits stayed. */
export function byteFault(text: string, edits: readonly Edit[], written: Buffer): string | undefined {
  const original = Buffer.from(text, 'utf8')
  const { bytes, kept } = applyToBytes(text, edits)
  if (!bytes.equals(written)) return 'the written bytes are not those of the patch'
  const moved = kept.find(
    ({ from, to, length }) =>
      !original.subarray(from, from + length).equals(written.subarray(to, to + length)),
  )
  return moved && `the bytes at ${moved.from} did not stay`
}
