import type { VNode } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { cellStates, type Cell, type GuideRow, type Overview, type Totals } from '../overview.ts'
import { Glyph, signNames } from './glyph.tsx'
import { hashOf } from './route.ts'
import { counted, languageName } from './words.tsx'

const rowHeight = 40
/** Rows above and below what is seen, so that scrolling shows no gaps. */
const spare = 6

interface MatrixProps {
  readonly overview: Overview
  readonly rows: readonly GuideRow[]
}

/** Which cell the keyboard is at: the first column is the guide's name. */
interface Spot {
  readonly row: number
  readonly column: number
}

/** Guides by locales; only the rows that are seen are made. */
export function Matrix({ overview: { locales, totals, source }, rows }: MatrixProps): VNode {
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 800 })
  const [spot, setSpot] = useState<Spot>({ row: 0, column: 0 })
  const moved = useRef(false)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const look = (): void => {
      setView({ top: element.scrollTop, height: element.clientHeight })
    }
    look()
    const watch = new ResizeObserver(look)
    watch.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])
  const row = Math.min(spot.row, Math.max(0, rows.length - 1))
  useLayoutEffect(() => {
    if (!moved.current) return
    moved.current = false
    box.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
  }, [spot])
  const first = Math.max(0, Math.floor(view.top / rowHeight) - spare)
  const last = Math.min(rows.length - 1, Math.ceil((view.top + view.height) / rowHeight) + spare)
  const made = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  // The row that has the focus stays, or scrolling would lose it.
  if (rows.length > 0 && (row < first || row > last)) made.push(row)

  const move = (event: KeyboardEvent): void => {
    const next = spotAfter(
      event,
      { row, column: spot.column },
      {
        rows: rows.length,
        columns: locales.length + 1,
        page: Math.max(1, Math.floor(view.height / rowHeight) - 2),
      },
    )
    if (!next) return
    event.preventDefault()
    moved.current = true
    reveal(box.current, next.row)
    setSpot(next)
  }
  return (
    <div
      class="matrix"
      ref={box}
      role="grid"
      aria-label="Guides by locale"
      aria-rowcount={rows.length + 1}
      aria-colcount={locales.length + 1}
      style={{ '--columns': String(locales.length), '--rows': String(rows.length) }}
      onKeyDown={move}
    >
      <div class="row head" role="row" aria-rowindex={1}>
        <div class="name" role="columnheader">
          Guide
        </div>
        {locales.map((locale, column) => (
          <LocaleHead key={locale} locale={locale} isSource={locale === source} totals={totals[column]} />
        ))}
      </div>
      {rows.length === 0 && (
        <div role="row">
          <div role="gridcell" class="waiting">
            No guide is like that.
          </div>
        </div>
      )}
      <div class="rows" role="rowgroup">
        {made.map((index) => {
          const guide = rows[index]
          return (
            guide && (
              <Row
                key={guide.id}
                guide={guide}
                index={index}
                locales={locales}
                at={index === row ? spot.column : -1}
                choose={(column) => {
                  setSpot({ row: index, column })
                }}
              />
            )
          )
        })}
      </div>
    </div>
  )
}

interface Bounds {
  readonly rows: number
  readonly columns: number
  readonly page: number
}

function spotAfter(
  { key, ctrlKey }: KeyboardEvent,
  { row, column }: Spot,
  { rows, columns, page }: Bounds,
): Spot | undefined {
  const to = (nextRow: number, nextColumn: number): Spot => ({
    row: Math.min(Math.max(nextRow, 0), rows - 1),
    column: Math.min(Math.max(nextColumn, 0), columns - 1),
  })
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column)
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'PageDown':
      return to(row + page, column)
    case 'PageUp':
      return to(row - page, column)
    case 'Home':
      return ctrlKey ? to(0, 0) : to(row, 0)
    case 'End':
      return ctrlKey ? to(rows - 1, columns - 1) : to(row, columns - 1)
    default:
      return undefined
  }
}

/** Scrolls until a row is seen below the head. */
function reveal(box: HTMLElement | null, row: number): void {
  if (!box) return
  const head = box.querySelector<HTMLElement>('.head')?.offsetHeight ?? 0
  const top = row * rowHeight
  if (top < box.scrollTop) box.scrollTop = top
  else if (top + rowHeight + head > box.scrollTop + box.clientHeight)
    box.scrollTop = top + rowHeight + head - box.clientHeight
}

/** `1.2K`: heads are narrow. */
const compact = new Intl.NumberFormat('en', { notation: 'compact' })

interface LocaleHeadProps {
  readonly locale: string
  readonly isSource: boolean
  readonly totals: Totals | undefined
}

function LocaleHead({ locale, isSource, totals }: LocaleHeadProps): VNode {
  const all = totals ? cellStates.reduce((sum, state) => sum + totals[state], 0) : 0
  const words = totals?.words ?? 0
  const share = totals && all > 0 ? Math.floor((totals.complete / all) * 100) : 0
  return (
    <div class="locale" role="columnheader" title={languageName(locale)}>
      <span>{locale}</span>
      <small>{isSource ? 'source' : `${share} %`}</small>
      <small class="to-do" title={words === 0 ? undefined : `${counted(words, 'word')} to translate`}>
        {words === 0 ? '' : `${compact.format(words)} words`}
      </small>
      <span class="meter" aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </span>
    </div>
  )
}

interface RowProps {
  readonly guide: GuideRow
  readonly index: number
  readonly locales: readonly string[]
  /** The column that the keyboard is at; -1 where it is in another row. */
  readonly at: number
  readonly choose: (column: number) => void
}

function Row({ guide: { id, type, cells }, index, locales, at, choose }: RowProps): VNode {
  const path = cells.find((cell) => cell.path !== undefined)?.path
  return (
    <div
      class={index % 2 === 1 ? 'row odd' : 'row'}
      role="row"
      aria-rowindex={index + 2}
      style={{ '--index': String(index) }}
    >
      <div class="name" role="rowheader">
        <a
          href={path === undefined ? '#/' : hashOf({ view: 'page', path })}
          tabIndex={at === 0 ? 0 : -1}
          onFocus={() => {
            choose(0)
          }}
        >
          <bdi>{id === '.' ? '(root)' : id}</bdi>
        </a>
        {type !== 'guide' && <small>{type}</small>}
      </div>
      {cells.map((cell, column) => (
        <div key={locales[column]} class="cell" role="gridcell">
          <CellLink
            cell={cell}
            locale={locales[column] ?? ''}
            tabIndex={at === column + 1 ? 0 : -1}
            onFocus={() => {
              choose(column + 1)
            }}
          />
        </div>
      ))}
    </div>
  )
}

interface CellLinkProps {
  readonly cell: Cell
  readonly locale: string
  readonly tabIndex: number
  readonly onFocus: () => void
}

function CellLink({ cell, locale, tabIndex, onFocus }: CellLinkProps): VNode {
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
