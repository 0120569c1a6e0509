import type { VNode } from 'preact'
import type { CellState } from '../overview.ts'

/** What has a sign of its own. */
export type Sign = CellState | 'info' | 'fuzzy' | 'moved'

/** Each differs in shape, not in colour alone. */
const shapes: Readonly<Record<Sign, VNode>> = {
  error: (
    <>
      <path d="M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z" fill="currentColor" />
      <path d="M8 4.2v4.6M8 11.1v.9" class="inside" />
    </>
  ),
  warning: (
    <>
      <path d="M8 1.6 15.2 14.4H.8z" fill="currentColor" />
      <path d="M8 6.2v3.9M8 12v.6" class="inside" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.2" class="outline" />
      <path d="M8 7.3v3.9M8 4.6v.5" class="outline" />
    </>
  ),
  stale: (
    <>
      <circle cx="8" cy="8" r="6.2" class="outline" />
      <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
    </>
  ),
  fuzzy: (
    <>
      <circle cx="8" cy="8" r="6.2" class="outline" />
      <path d="M4.4 9.2c1.2-2.6 2.6-2.6 3.6-1.2s2.4 1.4 3.6-1.2" class="outline" />
    </>
  ),
  untranslated: <circle cx="8" cy="8" r="6.2" class="outline" stroke-dasharray="2.6 2.2" />,
  moved: <path d="M5 13V3.4M2.4 6 5 3.2 7.6 6M11 3v9.6M8.4 10l2.6 2.8 2.6-2.8" class="outline" />,
  missing: <path d="M4 8h8" class="outline" />,
  complete: <path d="m3 8.4 3.4 3.4L13 4.6" class="outline" />,
}

/** What stands so, and findings of that severity, as people read it. */
export const signNames: Readonly<Record<CellState | 'info', string>> = {
  error: 'errors',
  warning: 'warnings',
  info: 'hints',
  untranslated: 'untranslated',
  stale: 'behind',
  missing: 'missing',
  complete: 'clean',
}

/** A sign, hidden from those who hear the page: words stand beside it. */
export function Glyph({ sign }: { readonly sign: Sign }): VNode {
  return (
    <svg class={`glyph ${sign}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {shapes[sign]}
    </svg>
  )
}
