import type { VNode } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { cellStates, type GuideRow, type Overview, type Totals } from '../overview.ts'
import { CellLink } from './matrix-cell.tsx'
import { reveal, rowHeight, spotAfter, type Spot } from './matrix-spot.ts'
import { hashOf } from './route.ts'
import { compact, counted, languageName } from './words.tsx'

/** Rows above and below what is seen, so that scrolling shows no gaps. */
const spare = 6

interface MatrixProps {
  readonly overview: Overview
  readonly rows: readonly GuideRow[]
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
