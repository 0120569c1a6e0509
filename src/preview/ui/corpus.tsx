import type { VNode } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { filteredRows, rowOrders, type RowFilter, type RowOrder } from '../filter-rows.ts'
import { cellStates, type CellState, type Overview } from '../overview.ts'
import { Glyph, signNames } from './glyph.tsx'
import { Matrix } from './matrix.tsx'
import { Trouble } from './trouble.tsx'
import { useKeys } from './use-keys.ts'
import { useView } from './use-view.ts'
import { counted } from './words.tsx'

const orderNames: Readonly<Record<RowOrder, string>> = {
  name: 'Name',
  errors: 'Most errors',
  work: 'Most to translate',
}

const stateKey = 'hexapla-filter'

function rememberedFilter(): RowFilter {
  try {
    return { words: '', order: 'name', ...(JSON.parse(sessionStorage.getItem(stateKey) ?? '{}') as object) }
  } catch {
    return { words: '', order: 'name' }
  }
}

/** The whole corpus at a glance. */
export function CorpusView(): VNode {
  const { view, trouble } = useView<Overview>('overview', {})
  const [filter, setFilter] = useState<RowFilter>(rememberedFilter)
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => {
    sessionStorage.setItem(stateKey, JSON.stringify(filter))
  }, [filter])
  useKeys(['/'], (event) => {
    event.preventDefault()
    search.current?.focus()
  })
  const rows = useMemo(() => (view ? filteredRows(view, filter) : []), [view, filter])
  const states = view ? cellStates.filter((state) => view.totals.some((total) => total[state] > 0)) : []
  return (
    <main id="main" class="corpus" tabIndex={-1}>
      <h1 class="unseen">Guides</h1>
      <Trouble words={view?.trouble} />
      <Trouble words={trouble} />
      <form
        class="filters"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
        }}
      >
        <input
          ref={search}
          type="search"
          placeholder="Find a guide ( / )"
          aria-label="Find a guide"
          value={filter.words}
          onInput={({ currentTarget }) => {
            setFilter({ ...filter, words: currentTarget.value })
          }}
        />
        <div class="chips" role="group" aria-label="Only guides with">
          {states.map((state) => (
            <StateChip
              key={state}
              state={state}
              count={view?.totals.reduce((sum, total) => sum + total[state], 0) ?? 0}
              isOn={filter.state === state}
              toggle={() => {
                setFilter({ ...filter, state: filter.state === state ? undefined : state })
              }}
            />
          ))}
        </div>
        <div class="choices">
          <label class="choice">
            <span>Locale</span>
            <select
              value={filter.locale ?? ''}
              onChange={({ currentTarget: { value } }) => {
                setFilter({ ...filter, locale: value === '' ? undefined : value })
              }}
            >
              <option value="">all</option>
              {view?.locales.map((locale) => (
                <option key={locale} value={locale}>
                  {locale}
                </option>
              ))}
            </select>
          </label>
          <label class="choice">
            <span>Order</span>
            <select
              value={filter.order}
              onChange={({ currentTarget: { value } }) => {
                setFilter({ ...filter, order: rowOrders.find((each) => each === value) ?? 'name' })
              }}
            >
              {rowOrders.map((order) => (
                <option key={order} value={order}>
                  {orderNames[order]}
                </option>
              ))}
            </select>
          </label>
          <span class="count" role="status">
            {view &&
              `${rows.length === view.guides.length ? '' : `${rows.length} of `}${counted(view.guides.length, 'guide')}`}
          </span>
        </div>
      </form>
      {view ? <Matrix overview={view} rows={rows} /> : <p class="waiting">Reading…</p>}
    </main>
  )
}

interface StateChipProps {
  readonly state: CellState
  readonly count: number
  readonly isOn: boolean
  readonly toggle: () => void
}

function StateChip({ state, count, isOn, toggle }: StateChipProps): VNode {
  return (
    <button type="button" class="chip" aria-pressed={isOn} onClick={toggle}>
      <Glyph sign={state} />
      {signNames[state]} {count}
    </button>
  )
}
