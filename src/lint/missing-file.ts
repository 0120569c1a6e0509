import type { Corpus } from '../corpus/corpus.ts'
import { nearFileIn } from '../corpus/near-file.ts'
import type { FactKind } from '../markdown/facts.ts'
import type { Range } from '../text/range.ts'
import type { Finding } from './finding.ts'
import { pathRange, respelled } from './url-edit.ts'

interface Missing {
  readonly address: { readonly url: string; readonly urlRange: Range }
  /** The path that the address leads to, where nothing is. */
  readonly path: string
  /** What is said where no file differs from it in letter case alone. */
  readonly reason: (actual: string) => string
  /** The facts that another address in its place changes. */
  readonly changes: readonly FactKind[]
}

/** An address that leads to nothing in this site. */
export function missingFile({ address, path, reason, changes }: Missing, corpus: Corpus): Finding {
  const range = pathRange(address)
  const actual = address.url.slice(0, range.end - range.start)
  const other = corpus.sameButForCase(path)
  if (other === undefined) {
    const near = nearFileIn(corpus)(path)
    return {
      range,
      reason: reason(actual),
      actual,
      ...(near !== undefined && { note: `There is \`${near}\`` }),
    }
  }
  const expected = respelled(actual, path, other)
  return {
    range,
    reason: `Unexpected \`${actual}\`, expected \`${expected}\``,
    note: 'The letters differ in case alone; on most servers that is another file',
    actual,
    expected,
    fix: {
      title: `Write \`${expected}\``,
      applicability: 'safe',
      edits: [{ range, text: expected }],
      changes,
    },
  }
}
