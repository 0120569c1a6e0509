import type { VNode } from 'preact'
import { ask } from './connection.ts'
import { storeOf, useStore, type Store } from './store.ts'

/** What the page says of something that was done. */
export interface Notice {
  readonly kind: 'done' | 'trouble'
  readonly words: string
  /** What takes it back. */
  readonly undo?: string
}

/** What was last said. */
export const notice: Store<Notice | undefined> = storeOf<Notice | undefined>(undefined)

async function takeBack(step: string): Promise<void> {
  const written = await ask('undo', { step })
  notice.set(
    written.kind === 'written'
      ? { kind: 'done', words: `Taken back: ${written.title}` }
      : { kind: 'trouble', words: written.reason },
  )
}

/** Says what was done, and offers to take it back. */
export function NoticeBar(): VNode {
  const said = useStore(notice)
  return (
    <div class="notice-place" role="status" aria-live="polite">
      {said && (
        <div class={`notice ${said.kind}`}>
          <span>{said.words}</span>
          {said.undo !== undefined && (
            <button type="button" class="small" onClick={() => void takeBack(said.undo ?? '')}>
              Undo
            </button>
          )}
          <button
            type="button"
            class="small quiet"
            aria-label="Dismiss"
            onClick={() => {
              notice.set(undefined)
            }}
          >
            ×
          </button>
        </div>
      )}
    </div>
  )
}
