import type { Message } from '../lint/message.ts'
import { byFile } from './repeats.ts'
import type { Report } from './report.ts'
import { sentencesOf } from './sentences.ts'
import { element, textLines, xmlFile, type Xml } from './xml.ts'

/** JUnit's XML: a suite a file, a test a finding. Errors and warnings are failures; mere hints are skipped tests. */
export function junit({ messages, summary }: Report): string {
  const files = [...byFile(messages)]
  const suites =
    files.length > 0
      ? files.map(([path, own]) => suite(path, own))
      : [element('testsuite', { name: 'hexapla', ...sums([]), tests: 1 }, [passed()])]
  const totals = { ...sums(messages), tests: Math.max(messages.length, 1) }
  const time = (summary.durationMs / 1000).toFixed(3)
  return xmlFile(element('testsuites', { name: 'hexapla', ...totals, time }, suites))
}

/** A report without a test is taken for a run that failed to start. */
function passed(): Xml {
  return element('testcase', { name: 'no findings', classname: 'hexapla' })
}

function suite(path: string, messages: readonly Message[]): Xml {
  return element('testsuite', { name: path, ...sums(messages) }, messages.map(testCase))
}

function sums(messages: readonly Message[]): Readonly<Record<string, number>> {
  const skipped = messages.filter(({ severity }) => severity === 'info').length
  return { tests: messages.length, failures: messages.length - skipped, errors: 0, skipped }
}

function testCase(message: Message): Xml {
  const { path, place, ruleId, severity, reason } = message
  const { line, column } = place.start
  const told = element(
    severity === 'info' ? 'skipped' : 'failure',
    { ...(severity !== 'info' && { type: severity }), message: reason },
    [textLines([`${path}:${line}:${column}`, ...sentencesOf(message), message.url])],
  )
  return element('testcase', { name: `${ruleId} ${line}:${column}`, classname: path, file: path, line }, [
    told,
  ])
}
