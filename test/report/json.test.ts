import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { reportJsonSchema, reportSchema, type JsonReport } from '../../src/report/json-schema.ts'
import { json } from '../../src/report/json.ts'
import { lintFiles } from '../support/corpus.ts'
import { messagesIn, reportOf } from './sample.ts'

const related = [{ path: 'mail/guide.fr-fr.md', range: { start: 0, end: 1 }, reason: 'the heading' }]
const edits = [{ range: { start: 5, end: 9 }, text: 'that' }]
const fix = { title: 'Write `that`', applicability: 'safe', edits, changes: ['links'] } as const
const full = { note: 'Note', actual: 'this', expected: 'that', related, fix }

const samples = {
  'no findings': reportOf([]),
  'a bare finding': reportOf(messagesIn('\ufeffOpen ⟦this⟧', { locale: undefined }).messages),
  'a full finding': reportOf(messagesIn('Open ⟦this⟧\nnow', full).messages),
  'what the rules find': reportOf(
    lintFiles({
      'mail/guide.pl-pl.md': '---\ntitle: a\n---\n\n## One\n![](a.png) [x](#two)\n\n|a|b|\n|c|d|\n',
    }),
  ),
}

const validate = new Ajv2020({ allErrors: true, strict: true }).compile(
  JSON.parse(reportJsonSchema()) as object,
)

describe.each(Object.entries(samples))('%s', (_, report) => {
  const parsed = JSON.parse(json(report)) as JsonReport

  test('fits the published schema, and the one that it is made from', () => {
    validate(parsed)
    expect(validate.errors).toBe(null)
    expect(reportSchema.safeParse(parsed).error).toBe(undefined)
  })

  test('has a message a line, and an end', () => {
    const lines = json(report).split('\n')
    expect(lines.filter((line) => line.startsWith('{"path":'))).toHaveLength(report.messages.length)
    expect(lines.at(-1)).toBe('')
  })
})

test('what the rules find is something', () => {
  expect(samples['what the rules find'].messages.length).toBeGreaterThan(2)
})

test('a full finding, key by key', () => {
  expect(json(samples['a full finding']))
    .toBe(`{"version":1,"summary":{"guides":1,"documents":3,"errors":0,"warnings":1,"infos":0,"fixable":1,"durationMs":40},
"messages":[
{"path":"mail/guide.pl-pl.md","guide":"mail","locale":"pl-pl","ruleId":"some-rule","severity":"warning","reason":"Unexpected \`this\`, expected \`that\`","note":"Note","actual":"this","expected":"that","place":{"start":{"line":1,"column":6,"offset":5},"end":{"line":1,"column":10,"offset":9}},"related":[{"path":"mail/guide.fr-fr.md","place":{"start":{"line":1,"column":1,"offset":0},"end":{"line":1,"column":2,"offset":1}},"reason":"the heading"}],"fix":{"title":"Write \`that\`","applicability":"safe","edits":[{"start":5,"end":9,"text":"that"}]},"url":"https://github.com/hexapla/hexapla/blob/main/docs/rules/some-rule.md"}
]}
`)
})

test('absent keys are left out', () => {
  const [message] = (JSON.parse(json(samples['a bare finding'])) as JsonReport).messages
  expect(Object.keys(message ?? {})).toEqual([
    'path',
    'guide',
    'ruleId',
    'severity',
    'reason',
    'place',
    'url',
  ])
})

test.each([
  ['an unknown key', { more: 1 }],
  ['another version', { version: 2 }],
  ['no messages', { messages: undefined }],
])('the schema refuses %s', (_, change) => {
  const report = { ...(JSON.parse(json(samples['no findings'])) as object), ...change }
  expect(validate(JSON.parse(JSON.stringify(report)))).toBe(false)
})
