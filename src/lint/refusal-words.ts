import type { Refusal } from '../markdown/facts.ts'
import type { Limits } from '../markdown/limits.ts'

/** What each limit counts, and what is said of a text that goes over it. */
const subjects: Readonly<Record<keyof Limits, readonly [what: string, unit: string]>> = {
  fileSize: ['file', 'bytes'],
  lineLength: ['line', 'characters'],
  nesting: ['nesting', 'levels'],
  frontMatterSize: ['front matter', 'bytes'],
  frontMatterDepth: ['nesting of front matter', 'levels'],
  frontMatterKeys: ['front matter', 'keys'],
  frontMatterAliases: ['front matter', 'aliases'],
  time: ['parse', 'milliseconds'],
  memory: ['parse', 'bytes of memory'],
}

/** Why a text was not read, and what to do about it. */
export function refusalWords(refusal: Refusal): { readonly reason: string; readonly note: string } {
  switch (refusal.kind) {
    case 'encoding':
      return {
        reason: `Unexpected byte at offset ${refusal.byte} that is not UTF-8, expected UTF-8`,
        note: 'Save the file as UTF-8; until then nothing in it is checked',
      }
    case 'link':
      return {
        reason: `Unexpected symbolic link to \`${refusal.target}\`, expected a place within the root`,
        note: 'Nothing outside the root is read or written; copy the file here, or exclude the link',
      }
    case 'unreadable':
      return {
        reason: `Unexpected file that cannot be opened, since ${refusal.why}, expected one that can`,
        note: 'Nothing in the file is checked',
      }
    case 'limit': {
      const [what, unit] = subjects[refusal.limit]
      const expected = `expected at most ${refusal.allowed}`
      const note =
        refusal.limit === 'time' || refusal.limit === 'memory'
          ? `The text takes remark too much to read; split it, install the native parser, or raise \`limits.${refusal.limit}\` in the config`
          : `Nothing in the file is checked; if it is meant to be so, raise \`limits.${refusal.limit}\` in the config`
      return { reason: `Unexpected ${what} of ${refusal.actual} ${unit}, ${expected}`, note }
    }
  }
}
