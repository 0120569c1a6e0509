import type { VNode } from 'preact'
import type { Stretch } from '../../text/word-difference.ts'
import type { FixView, Hunk } from '../fix-view.ts'

/** What a fix changes, line by line. */
export function FixDiff({ fix: { hunks, more } }: { readonly fix: FixView }): VNode {
  return (
    <div class="diff" tabIndex={0} role="group" aria-label="What the fix changes">
      {hunks.map((hunk) => (
        <HunkLines key={hunk.line} hunk={hunk} />
      ))}
      {more > 0 && <p class="note">and at {more} other places</p>}
    </div>
  )
}

function HunkLines({ hunk: { line, before, after } }: { readonly hunk: Hunk }): VNode {
  // What only inserts takes nothing away: the line would stand there twice.
  const hasBefore = before.some(([kind]) => kind === 'removed')
  return (
    <div class="hunk" dir="auto">
      {hasBefore && (
        <pre class="before">
          <span class="number">{line}</span>
          <span class="unseen">before: </span>
          <Line stretches={before} />
        </pre>
      )}
      <pre class="after">
        <span class="number">{hasBefore ? '' : line}</span>
        <span class="unseen">after: </span>
        <Line stretches={after} />
      </pre>
    </div>
  )
}

function Line({ stretches }: { readonly stretches: readonly Stretch[] }): VNode {
  return (
    <>
      {stretches.map(([kind, text], index) => {
        if (kind === 'removed') return <del key={index}>{shown(text)}</del>
        if (kind === 'added') return <ins key={index}>{shown(text)}</ins>
        return text
      })}
    </>
  )
}

/** White space that comes or goes is the very matter, and has to be seen. */
function shown(text: string): string {
  return /^\s*$/.test(text) ? text.replaceAll(' ', '·').replace(/\r?\n/g, '⏎\n') : text
}
