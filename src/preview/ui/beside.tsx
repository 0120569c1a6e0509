import type { VNode } from 'preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import type { BesidePart, BesideRow, BesideView as View, SideView } from '../beside-view.ts'
import { isToDo } from '../to-do.ts'
import { isCopy } from './connection.ts'
import { DocumentFrame } from './document-frame.tsx'
import { Glyph, type Sign } from './glyph.tsx'
import { ChangedWords } from './phrase-text.tsx'
import { hashOf, type DocumentRoute } from './route.ts'
import { scrolling } from './scrolling.ts'
import { useKeys } from './use-keys.ts'
import { useView } from './use-view.ts'
import { Waiting } from './waiting.tsx'
import { counted, languageName } from './words.tsx'

const shares = ['all', 'open', 'unsure'] as const
type Share = (typeof shares)[number]

const shareNames: Readonly<Record<Share, string>> = {
  all: 'All',
  open: 'To translate',
  unsure: 'Unsure or moved',
}

/** Below this it is no longer likely that what stands side by side belongs together. */
const sureFrom = 0.8

const isIn: Readonly<Record<Share, (row: BesideRow) => boolean>> = {
  all: () => true,
  open: isToDo,
  unsure: (row) => isUnsure(row) || row.isMoved === true || row.state === undefined,
}

function isUnsure({ confidence, source, target }: BesideRow): boolean {
  return confidence < sureFrom && source.length > 0 && target.length > 0
}

/** Two locales of a guide in rows that belong together. */
export function BesideView({ route }: { readonly route: DocumentRoute }): VNode {
  const query = { path: route.path, ...(route.beside !== undefined && { with: route.beside }) }
  const { view, trouble } = useView<View>('beside', query)
  const [share, setShare] = useState<Share>('all')
  const list = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => view?.rows.filter(isIn[share]) ?? [], [view, share])
  useKeys(['n'], () => {
    const open = [...(list.current?.querySelectorAll<HTMLElement>('.pair.open') ?? [])]
    const at = open.findIndex((each) => each === document.activeElement)
    const next = open[(at + 1) % open.length]
    next?.focus({ preventScroll: true })
    next?.scrollIntoView(scrolling())
  })
  if (!view) return <Waiting trouble={trouble} />
  const { source, target, siblings, wordsToDo } = view
  const locales = siblings.map(({ locale }) => locale ?? '')
  // What was chosen, which the view follows a moment later.
  const left = route.beside ?? source.locale ?? ''
  const right = siblings.find(({ path }) => path === route.path)?.locale ?? target.locale ?? ''
  return (
    <DocumentFrame view="beside" head={view} trouble={trouble}>
      <div class="pairs" ref={list}>
        <div class="pairs-head">
          <div class="chips" role="group" aria-label="Which rows">
            {shares.map((each) => (
              <button
                key={each}
                type="button"
                class="chip"
                aria-pressed={share === each}
                onClick={() => {
                  setShare(each)
                }}
              >
                {shareNames[each]} {view.rows.filter(isIn[each]).length}
              </button>
            ))}
          </div>
          <span class="count" role="status">
            {wordsToDo === 0 ? 'No words to translate' : `${counted(wordsToDo, 'word')} to translate`}
          </span>
        </div>
        <div class="pair titles">
          {isCopy ? (
            <strong>{nameOf(left)}</strong>
          ) : (
            <LocaleChoice
              label="Left"
              locales={locales}
              chosen={left}
              choose={(locale) => {
                location.hash = hashOf({ view: 'beside', path: route.path, beside: locale })
              }}
            />
          )}
          <span />
          <LocaleChoice
            label="Right"
            locales={locales}
            chosen={right}
            choose={(locale) => {
              const other = siblings.find((each) => each.locale === locale)
              if (other) location.hash = hashOf({ view: 'beside', path: other.path, beside: left })
            }}
          />
        </div>
        {rows.map((row) => (
          <Pair key={keyOf(row)} row={row} source={source} target={target} />
        ))}
        {rows.length === 0 && <p class="waiting">Nothing is left of that kind.</p>}
      </div>
    </DocumentFrame>
  )
}

function keyOf({ source, target }: BesideRow): string {
  return `${source[0]?.start ?? '-'} ${target[0]?.start ?? '-'}`
}

function nameOf(locale: string): string {
  return `${locale} · ${languageName(locale)}`
}

interface LocaleChoiceProps {
  readonly label: string
  readonly locales: readonly string[]
  readonly chosen: string
  readonly choose: (locale: string) => void
}

function LocaleChoice({ label, locales, chosen, choose }: LocaleChoiceProps): VNode {
  return (
    <select
      aria-label={`${label} side`}
      value={chosen}
      onChange={({ currentTarget }) => {
        choose(currentTarget.value)
      }}
    >
      {locales.map((locale) => (
        <option key={locale} value={locale}>
          {nameOf(locale)}
        </option>
      ))}
    </select>
  )
}

/** How a row stands, as a sign and in words. */
function standingOf({ state, behind, target, isMoved }: BesideRow): {
  readonly sign: Sign
  readonly words: string
} {
  if (target.length === 0) return { sign: 'missing', words: 'missing in the target' }
  if (state === undefined) return { sign: 'info', words: 'in the target alone' }
  if (state === 'obsolete') return { sign: 'stale', words: 'obsolete: its source is gone' }
  if (state === 'untranslated') return { sign: 'untranslated', words: 'untranslated' }
  if (state === 'fuzzy') return { sign: 'fuzzy', words: 'fuzzy: the source has moved on' }
  if (behind === 'markup') return { sign: 'fuzzy', words: 'translated, its markup has changed' }
  return isMoved ? { sign: 'moved', words: 'moved' } : { sign: 'complete', words: 'translated' }
}

interface PairProps {
  readonly row: BesideRow
  readonly source: SideView
  readonly target: SideView
}

function Pair({ row, source, target }: PairProps): VNode {
  const { sign, words } = standingOf(row)
  const percent = Math.round(row.confidence * 100)
  const isWeak = isUnsure(row)
  const isOpen = isToDo(row)
  return (
    <div
      class={`pair ${sign}${isOpen ? ' open' : ''}${isWeak ? ' weak' : ''}`}
      {...(isOpen && { tabIndex: 0, role: 'group', 'aria-label': words })}
    >
      <Parts parts={row.source} side={source} />
      <div class="joint" title={isWeak ? `${words}, ${percent} % sure` : words}>
        <Glyph sign={sign} />
        <span class="unseen">{words}</span>
        {isWeak && <small>{percent} %</small>}
      </div>
      <Parts parts={row.target} side={target} />
    </div>
  )
}

/** The segments on one side; where there are none, the gap is shown. */
function Parts({ parts, side }: { readonly parts: readonly BesidePart[]; readonly side: SideView }): VNode {
  if (parts.length === 0) {
    return (
      <div class="part gap">
        <span class="unseen">nothing in {side.locale}</span>
      </div>
    )
  }
  return (
    <div class="part" lang={side.language} dir={side.direction}>
      {parts.map((part) => (
        <PartWords key={part.start} part={part} path={side.path} />
      ))}
    </div>
  )
}

function PartWords({ part, path }: { readonly part: BesidePart; readonly path: string }): VNode {
  const { kind, depth, key, text, line, start, change } = part
  const words = change ? <ChangedWords stretches={change} /> : text
  return (
    <div class={`words ${kind}${depth === undefined ? '' : ` h${depth}`}`}>
      {key !== undefined && <span class="key">{key}</span>}
      {kind === 'code' ? <pre tabIndex={0}>{words}</pre> : <span dir="auto">{words}</span>}
      <a class="line-link" href={hashOf({ view: 'source', path, at: start })} aria-label={`line ${line}`}>
        {line}
      </a>
    </div>
  )
}
