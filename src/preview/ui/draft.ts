/** Words that were typed and not saved, and what stood there when they were begun. */
export interface Draft {
  readonly words: string
  readonly base: string
}

const prefix = 'hexapla-draft'

function keyOf(path: string, unit: string): string {
  return `${prefix} ${path} ${unit}`
}

/** What was typed in a place before the page was left. */
export function draftOf(path: string, unit: string): Draft | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(path, unit)) ?? 'null')
    if (typeof stored !== 'object' || stored === null) return undefined
    const { words, base } = stored as Partial<Draft>
    return typeof words === 'string' && typeof base === 'string' ? { words, base } : undefined
  } catch {
    return undefined
  }
}

/** Keeps what is typed; nothing where it is what stands there. */
export function keepDraft(path: string, unit: string, draft: Draft | undefined): void {
  try {
    if (!draft || draft.words === draft.base) localStorage.removeItem(keyOf(path, unit))
    else localStorage.setItem(keyOf(path, unit), JSON.stringify(draft))
  } catch {
    // Where nothing may be stored, words last as long as the page.
  }
}
