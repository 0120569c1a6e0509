import { byFile } from './repeats.ts'
import type { Report } from './report.ts'
import { sentencesOf } from './sentences.ts'
import { element, xmlFile } from './xml.ts'

/** The XML of Checkstyle, which Jenkins, reviewdog and many editors read. */
export function checkstyle({ messages }: Report): string {
  const files = [...byFile(messages)].map(([path, own]) =>
    element(
      'file',
      { name: path },
      own.map((message) => {
        const { severity, ruleId, place } = message
        return element('error', {
          line: place.start.line,
          column: place.start.column,
          severity,
          message: sentencesOf(message).join('. '),
          source: `hexapla.${ruleId}`,
        })
      }),
    ),
  )
  return xmlFile(element('checkstyle', { version: '4.3' }, files))
}
