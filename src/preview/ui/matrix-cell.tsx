import type { VNode } from 'preact'
import type { Cell } from '../overview.ts'
import { Glyph, signNames } from './glyph.tsx'
import { hashOf } from './route.ts'
import { compact, counted } from './words.tsx'

interface CellLinkProps {
  readonly cell: Cell
  readonly locale: string
  readonly tabIndex: number
  readonly onFocus: () => void
}

/** A guide in a locale: its state, and what waits there. */
export function CellLink({ cell, locale, tabIndex, onFocus }: CellLinkProps): VNode {
  const words = `${locale}: ${wordsOf(cell)}`
  const { state, errors, warnings } = cell
  // Of what waits for a translator the words say more.
  const number = state === 'error' ? errors : state === 'warning' ? warnings : 0
  const inside = (
    <>
      <Glyph sign={cell.state} />
      {number > 0 && <span aria-hidden="true">{number}</span>}
      {cell.words > 0 && (
        <small class="to-do" aria-hidden="true">
          {compact.format(cell.words)} w
        </small>
      )}
      <span class="unseen">{words}</span>
    </>
  )
  return cell.path === undefined ? (
    <span class="missing" tabIndex={tabIndex} onFocus={onFocus} title={words}>
      {inside}
    </span>
  ) : (
    <a
      class={cell.state}
      href={hashOf({ view: 'page', path: cell.path })}
      tabIndex={tabIndex}
      onFocus={onFocus}
      title={words}
    >
      {inside}
    </a>
  )
}

function wordsOf({ state, errors, warnings, infos, words }: Cell): string {
  const counts = [
    errors > 0 ? counted(errors, 'error') : '',
    warnings > 0 ? counted(warnings, 'warning') : '',
    infos > 0 ? counted(infos, 'hint') : '',
    words > 0 ? `${counted(words, 'word')} to translate` : '',
  ].filter(Boolean)
  const own = state === 'error' || state === 'warning' ? [] : [signNames[state]]
  return [...own, ...counts].join(', ')
}
