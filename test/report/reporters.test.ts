import { createRequire } from 'node:module'
import type { Nodes } from 'mdast'
import fc from 'fast-check'
import AjvDraft04 from 'ajv-draft-04'
import { parse as parseJunit } from 'junit2json'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { SaxesParser } from 'saxes'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { terminalSafe } from '../../src/report/escape.ts'
import { reporterLoaders } from '../../src/report/load-reporter.ts'
import { reporters } from '../../src/report/reporters.ts'
import type { Report, ReportContext } from '../../src/report/report.ts'
import { lintFiles } from '../support/corpus.ts'
import { hostileReport } from './hostile-report.ts'
import { contextOf, reportOf } from './sample.ts'

const guide = `---
title: Mail
---

# Mail

[](missing.md) and [there](#nowhere) 587${' '}

| a | b |
| --- | --- |
| c |
`
const samples: Readonly<Record<string, { readonly report: Report; readonly text: string }>> = {
  'no findings': { report: reportOf([]), text: '' },
  'what the rules find': {
    report: reportOf(lintFiles({ 'mail/guide.en-gb.md': guide })),
    text: guide,
  },
}

const print = (
  name: string,
  { report, text }: (typeof samples)[string],
  rest: Partial<ReportContext> = {},
): string => reporters[name]?.(report, contextOf(text, { version: '0.1.0', ...rest })) ?? ''

const require = createRequire(import.meta.url)
const ajv = new AjvDraft04.default({
  strict: false,
  allErrors: true,
  validateFormats: false,
  unicodeRegExp: false,
})
const isSarif = ajv.compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object)

/** What is wrong with a printed report; the list of a good one is empty. */
type Reader = (printed: string, report: Report) => string[] | Promise<string[]>

interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** The elements of a well-formed XML text; throws on any other. */
function elementsOf(xml: string): XmlElement[] {
  const elements: XmlElement[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return elements
}

/** XML has no such character, so its number stands for it. */
const shownInXml = (text: string): string => terminalSafe(text).replaceAll('\uffff', '\\u{ffff}')

const differ = (what: string, found: unknown, expected: unknown): string[] =>
  JSON.stringify(found) === JSON.stringify(expected)
    ? []
    : [`${what}: ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`]

/** As the runner of GitHub Actions reads a line: undefined where it sees no command. */
function commandIn(
  line: string,
): { name: string; properties: Record<string, string>; data: string } | undefined {
  const match = /^\s*::([^:\s]+)(?: (.*?))?::(.*)$/s.exec(line)
  if (!match) return undefined
  const decode = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%')
  const properties = (match[2] ?? '').split(',').map((pair) => {
    const [key = '', ...value] = pair.split('=')
    return [key, decode(value.join('='))] as const
  })
  return { name: match[1] ?? '', properties: Object.fromEntries(properties), data: decode(match[3] ?? '') }
}

function nodesOf(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])]
}

/** A reader for each reporter: a schema, or a program's own way to read it. */
const readers: Readonly<Record<string, Reader>> = {
  stylish: () => [],
  json: (printed, { messages }) =>
    differ(
      'paths',
      (JSON.parse(printed) as Report).messages.map(({ path }) => path),
      messages.map(({ path }) => path),
    ),
  compact: (printed, { messages }) => differ('lines', printed.split('\n').length, messages.length + 2),
  github: (printed, { messages }) => {
    const lines = printed.trimEnd().split('\n')
    const commands = lines.slice(0, -1).map(commandIn)
    const levels = { error: 'error', warning: 'warning', info: 'notice' } as const
    return [
      ...differ(
        'commands',
        commands.map((each) => each?.name),
        messages.map(({ severity }) => levels[severity]),
      ),
      ...differ(
        'files',
        commands.map((each) => each?.properties.file),
        messages.map(({ path }) => terminalSafe(path)),
      ),
      ...differ(
        'titles',
        commands.map((each) => each?.properties.title),
        messages.map(({ ruleId }) => ruleId),
      ),
      ...differ('last line', commandIn(lines.at(-1) ?? ''), undefined),
    ]
  },
  sarif: (printed, { messages }) => {
    const log = JSON.parse(printed) as {
      runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[]
    }
    isSarif(log)
    const uris = log.runs[0]?.results.map(
      (each) => each.locations[0]?.physicalLocation.artifactLocation.uri ?? '',
    )
    return [
      ...(isSarif.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`),
      ...differ(
        'paths',
        uris?.map(decodeURIComponent),
        messages.map(({ path }) => path.replace(/\p{Cs}/gu, '\ufffd')),
      ),
    ]
  },
  junit: async (printed, { messages }) => {
    const elements = elementsOf(printed)
    const read = await parseJunit(printed)
    const suites = read && 'testsuite' in read ? (read.testsuite ?? []) : []
    const cases = suites.flatMap(({ testcase = [] }) => testcase)
    const failed = cases.filter(({ failure = [] }) => failure.length > 0)
    const sum = suites.reduce((all, { failures = 0 }) => all + failures, 0)
    return [
      ...differ('cases', cases.length, Math.max(messages.length, 1)),
      ...differ('failures', failed.length, messages.filter(({ severity }) => severity !== 'info').length),
      ...differ('failures as told', sum, failed.length),
      ...(messages.length === 0
        ? []
        : differ(
            'classes',
            elements.flatMap(({ name, attributes }) => (name === 'testcase' ? [attributes.classname] : [])),
            messages.map(({ path }) => shownInXml(path)),
          )),
    ]
  },
  checkstyle: (printed, { messages }) => {
    const [root, ...rest] = elementsOf(printed)
    const errors = rest.filter(({ name }) => name === 'error')
    const files = rest.filter(({ name }) => name === 'file')
    return [
      ...differ('root', root?.name, 'checkstyle'),
      ...differ('others', rest.length, errors.length + files.length),
      ...differ(
        'files',
        files.map(({ attributes }) => attributes.name),
        [...new Set(messages.map(({ path }) => path))].map((path) => shownInXml(path)),
      ),
      ...differ(
        'errors',
        errors.map(({ attributes: { line, severity, source } }) => [line, severity, source]),
        messages.map(({ place, severity, ruleId }) => [
          String(place.start.line),
          severity,
          `hexapla.${ruleId}`,
        ]),
      ),
    ]
  },
  gitlab: (printed, { messages }) => {
    const issues = JSON.parse(printed) as {
      description: string
      check_name: string
      fingerprint: string
      severity: string
      location: { path: string; lines: { begin: number } }
    }[]
    return [
      ...differ(
        'places',
        issues.map(({ location: { path, lines } }) => [path, lines.begin]),
        messages.map(({ path, place }) => [path, place.start.line]),
      ),
      ...differ('fingerprints', new Set(issues.map(({ fingerprint }) => fingerprint)).size, messages.length),
      ...issues.flatMap(({ severity }) => (['info', 'minor', 'major'].includes(severity) ? [] : [severity])),
      ...issues.flatMap(({ description }) => (typeof description === 'string' ? [] : ['no description'])),
    ]
  },
  markdown: (printed, { messages }) => {
    const nodes = nodesOf(unified().use(remarkParse).use(remarkGfm).parse(printed))
    const of = (type: string): Nodes[] => nodes.filter((node) => node.type === type)
    return [
      ...differ('items', of('listItem').length, messages.length),
      ...differ(
        'links',
        of('link').map((node) => 'url' in node && node.url),
        messages.map(({ url }) => url),
      ),
      ...differ('headings', of('heading').length, 1 + new Set(messages.map(({ path }) => path)).size),
      ...of('html').flatMap((node) => ('value' in node && node.value === '<!-- -->' ? [] : ['HTML'])),
      ...[
        'image',
        'emphasis',
        'delete',
        'table',
        'linkReference',
        'definition',
        'code',
        'thematicBreak',
        'footnoteReference',
      ].flatMap((type) => (of(type).length > 0 ? [type] : [])),
      ...differ('strong', of('strong').length, messages.length),
    ]
  },
}

test('every reporter has its reader', () => {
  expect(Object.keys(readers).sort()).toEqual(Object.keys(reporters).sort())
})

describe.each(Object.entries(samples))('%s', (_, sample) => {
  test.each(Object.entries(readers))('as %s', async (name, reader) => {
    const printed = print(name, sample)
    expect(await reader(printed, sample.report)).toEqual([])
    expect(printed.endsWith('\n')).toBe(true)
    expect(print(name, sample)).toBe(printed)
  })
})

test('the sample has findings of each severity', () => {
  const { messages } = samples['what the rules find']?.report ?? { messages: [] }
  expect(new Set(messages.map(({ severity }) => severity))).toEqual(new Set(['error', 'warning', 'info']))
})

/** What no output may hold, line feeds set aside. */
const unsafe = /[^\P{Cc}\n]|[\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/u

describe('whatever the files say, it stays words', () => {
  test.each(Object.entries(readers))('as %s', async (name, reader) => {
    await fc.assert(
      fc.asyncProperty(hostileReport, async ({ report, text }) => {
        const printed = print(
          name,
          { report, text },
          { notes: name === 'github' ? [] : [text], locales: [text] },
        )
        expect(printed).not.toMatch(unsafe)
        if (name === 'stylish' || name === 'compact')
          for (const line of printed.split('\n')) {
            expect(commandIn(line)).toBeUndefined()
            expect(line).not.toContain('##[')
          }
        expect(await reader(printed, report)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

test.each(Object.keys(reporters))('%s is the same where it is loaded late', async (name) => {
  expect(await reporterLoaders[name]?.()).toBe(reporters[name])
})
