import type { Refusal } from '../../markdown/facts.ts'
import type { Limits } from '../../markdown/limits.ts'
import { documentRule, type Rule } from '../rule.ts'

/** What each limit counts, and what is said of a text that goes over it. */
const subjects: Readonly<Record<keyof Limits | 'time', readonly [what: string, unit: string]>> = {
  fileSize: ['file', 'bytes'],
  lineLength: ['line', 'characters'],
  nesting: ['nesting', 'levels'],
  frontMatterSize: ['front matter', 'bytes'],
  frontMatterDepth: ['nesting of front matter', 'levels'],
  frontMatterKeys: ['front matter', 'keys'],
  frontMatterAliases: ['front matter', 'aliases'],
  time: ['parse', 'milliseconds'],
}

function reasonFor(refusal: Refusal): { reason: string; note: string } {
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
        refusal.limit === 'time'
          ? 'The text takes remark too long to read; split it, or install the native parser'
          : `Nothing in the file is checked; if it is meant to be so, raise \`limits.${refusal.limit}\` in the config`
      return { reason: `Unexpected ${what} of ${refusal.actual} ${unit}, ${expected}`, note }
    }
  }
}

export const rule: Rule = documentRule<object>({
  id: 'limits',
  summary: 'a file that is too large, too deep or too wide to be read safely',
  why: 'A hostile or broken file must not take the run down or hold it up: it is set aside, named, and the others are read.',
  severity: 'error',
  seesRefused: true,
  defaults: {},
  inputs: ['limits'],
  examples: [
    {
      name: 'A line over the limit',
      config: 'limits: { lineLength: 40 }',
      files: '---\ntitle: Mail\n---\n\n⟦This line is longer than forty characters.⟧\n',
      reasons: ['Unexpected line of 42 characters, expected at most 40'],
    },
    {
      name: 'Quotes within quotes within quotes',
      config: 'limits: { nesting: 3 }',
      files: '---\ntitle: Mail\n---\n\n> > > Three are allowed.\n',
    },
  ],
  *check({ facts }) {
    if (facts.refused) yield { range: facts.refused.range, ...reasonFor(facts.refused) }
  },
})
