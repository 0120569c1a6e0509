import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { TranslateView as View, UnitView } from '../translate-view.ts'
import { ask, isCopy } from './connection.ts'
import { DocumentFrame } from './document-frame.tsx'
import { notice } from './notice.tsx'
import type { DocumentRoute } from './route.ts'
import { UnitRow } from './unit-row.tsx'
import { scrolling } from './scrolling.ts'
import { useKeys } from './use-keys.ts'
import { useView } from './use-view.ts'
import { Waiting } from './waiting.tsx'
import { counted } from './words.tsx'

/** A document to be translated, segment by segment. */
export function TranslateView({ route }: { readonly route: DocumentRoute }): VNode {
  const { view, trouble } = useView<View>('translate', { path: route.path })
  const [opened, setOpened] = useState<string>()
  const [isOpenOnly, setIsOpenOnly] = useState(false)
  const units = view?.units ?? []
  const go = (unit: UnitView | undefined): void => {
    setOpened(unit?.id)
    if (unit)
      requestAnimationFrame(() => {
        document.querySelector(`[data-unit="${unit.id}"]`)?.scrollIntoView(scrolling())
      })
  }
  useKeys(['n'], (event) => {
    event.preventDefault()
    if (!isCopy) go(nextOpen(units, opened))
  })
  if (!view) return <Waiting trouble={trouble} />
  const { source, target, glossary, path, refused } = view
  const open = units.filter(isWaiting)
  const save = async (unit: UnitView, words: string): Promise<boolean> => {
    const given = { path, hash: target.hash, sourceHash: source.hash, unit: unit.id, words }
    const written = await ask('segment', given)
    if (written.kind !== 'written') {
      notice.set({ kind: 'trouble', words: written.reason })
      return false
    }
    notice.set({ kind: 'done', words: 'Saved', undo: written.undo })
    go(nextOpen(units, unit.id))
    return true
  }
  return (
    <DocumentFrame view="translate" head={view} trouble={trouble}>
      {refused !== undefined && <p class="waiting">{refused}</p>}
      {refused === undefined && (
        <div class="pairs">
          <div class="pairs-head">
            <button
              type="button"
              class="chip"
              aria-pressed={isOpenOnly}
              onClick={() => {
                setIsOpenOnly(!isOpenOnly)
              }}
            >
              To translate {open.length}
            </button>
            {open.length > 0 && !isCopy && (
              <button
                type="button"
                class="small"
                onClick={() => {
                  go(nextOpen(units, opened))
                }}
              >
                Next ( n )
              </button>
            )}
            <span class="count" role="status">
              {`${units.length - open.length} of ${counted(units.length, 'segment')} translated`}
            </span>
          </div>
          <div class="unit titles">
            <strong>{source.locale}</strong>
            <span />
            <strong>{target.locale}</strong>
          </div>
          {units
            .filter((unit) => !isOpenOnly || isWaiting(unit) || unit.id === opened)
            .map((unit) => (
              <UnitRow
                key={unit.id}
                unit={unit}
                source={source}
                target={target}
                glossary={glossary}
                isOpen={unit.id === opened}
                open={() => {
                  setOpened(unit.id)
                }}
                leave={() => {
                  setOpened(undefined)
                }}
                save={(words) => save(unit, words)}
              />
            ))}
        </div>
      )}
    </DocumentFrame>
  )
}

function isWaiting({ state }: UnitView): boolean {
  return state !== 'translated'
}

/** The next unit that waits for words and has a place for them, after the last one around to the first. */
function nextOpen(units: readonly UnitView[], after: string | undefined): UnitView | undefined {
  const at = units.findIndex(({ id }) => id === after)
  const around = [...units.slice(at + 1), ...units.slice(0, Math.max(0, at))]
  return around.find((unit) => isWaiting(unit) && unit.target !== undefined)
}
