import { refusalWords } from '../refusal-words.ts'
import { documentRule, type Rule } from '../rule.ts'

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
    if (facts.refused) yield { range: facts.refused.range, ...refusalWords(facts.refused) }
  },
})
