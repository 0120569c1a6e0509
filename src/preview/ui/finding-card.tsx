import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { FindingView, RelatedView } from '../finding-view.ts'
import { ask, isCopy } from './connection.ts'
import { FixDiff } from './fix-diff.tsx'
import { Glyph, signNames } from './glyph.tsx'
import { notice } from './notice.tsx'
import { hashOf } from './route.ts'
import { Words } from './words.tsx'

interface FindingCardProps {
  readonly finding: FindingView
  readonly path: string
  readonly hash: string
  readonly editor: string | undefined
  readonly isChosen: boolean
  readonly choose: () => void
}

async function applyFix(path: string, hash: string, key: string): Promise<void> {
  const written = await ask('fix', { path, hash, key })
  notice.set(
    written.kind === 'written'
      ? { kind: 'done', words: `Done: ${written.title}`, undo: written.undo }
      : { kind: 'trouble', words: written.reason },
  )
}

/** One finding: what, why, what was expected, the other place, and the fix. */
export function FindingCard({ finding, path, hash, editor, isChosen, choose }: FindingCardProps): VNode {
  const { severity, ruleId, reason, note, line, column, related, fix, url } = finding
  const [isOpen, setIsOpen] = useState(false)
  return (
    <article class={`finding ${severity}${isChosen ? ' chosen' : ''}`} data-key={finding.key}>
      <header>
        <Glyph sign={severity} />
        <span class="unseen">{signNames[severity].replace(/s$/, '')}, </span>
        <button type="button" class="place" onClick={choose} title="Show it in the document">
          line {line}
        </button>
        <a class="rule" href={url} rel="noopener noreferrer" target="_blank">
          {ruleId}
        </a>
      </header>
      <p class="reason" dir="auto">
        <Words text={reason} />
      </p>
      {note !== undefined && (
        <p class="note" dir="auto">
          <Words text={note} />
        </p>
      )}
      {related.map((each) => (
        <p key={`${each.path} ${each.start}`} class="note">
          <RelatedPlace related={each} path={path} /> <Words text={each.reason} />
        </p>
      ))}
      <footer>
        {fix && (
          <button
            type="button"
            class="small"
            aria-expanded={isOpen}
            onClick={() => {
              setIsOpen(!isOpen)
            }}
          >
            {isOpen ? 'Hide the fix' : 'Show the fix'}
          </button>
        )}
        {editor !== undefined && (
          <a class="small" href={`${editor}:${line}:${column}`}>
            Open in the editor
          </a>
        )}
      </footer>
      {fix && isOpen && (
        <div class="fix">
          <p>
            <Words text={fix.title} />
            {fix.applicability === 'unsafe' && <span class="tag">look at it first</span>}
          </p>
          <FixDiff fix={fix} />
          {!isCopy && (
            <button type="button" class="small strong" onClick={() => void applyFix(path, hash, finding.key)}>
              Apply
            </button>
          )}
        </div>
      )}
    </article>
  )
}

interface RelatedPlaceProps {
  readonly related: RelatedView
  /** The document that is looked at. */
  readonly path: string
}

/** The other place; what is no document of the corpus has no page to go to. */
function RelatedPlace({ related: { path: other, line, start }, path }: RelatedPlaceProps): VNode {
  const words = other === path ? `line ${line}` : `${other}:${line}`
  if (!/\.mdx?$/.test(other)) return <span>{words}</span>
  return <a href={hashOf({ view: 'page', path: other, at: start })}>{words}</a>
}
