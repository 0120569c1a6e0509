import { blobIdOf } from '../../io/git-history.ts'
import type { Ledger } from '../../l10n/ledger.ts'
import { beginLedger } from '../../sync/begin.ts'
import type { Sheet } from '../../sync/sheet.ts'
import type { Sources } from './sources.ts'

/** What would have been recorded of a target, told by git; where git knows nothing, it counts as in step. */
export async function begunLedger(
  source: { readonly path: string; readonly text: string },
  path: string,
  head: Sheet,
  sheet: Sheet,
  {
    sources,
    pin,
    notes = [],
  }: { readonly sources: Sources; readonly pin: string | undefined; readonly notes?: string[] },
): Promise<Pick<Ledger, 'synced' | 'lines'>> {
  const blob = blobIdOf(source.text)
  const [from, to] = [await sources.revisionsOf(source.path), await sources.revisionsOf(path)]
  if (from.length === 0 || to.length === 0) return { synced: [blob], lines: [] }
  await sources.load([...from, ...to].map((each) => each.blob))
  const named =
    pin === undefined ? undefined : sheet.facts.frontMatter?.fields.find(({ key }) => key === pin)?.value
  const pinned =
    named === undefined ? undefined : await timeOfPin(named, { last: to[0]?.time ?? 0, notes, sources })
  return beginLedger({
    target: sheet,
    head,
    blob,
    sources: from,
    targets: to,
    textOf: (id) => sources.textOf(id),
    sheetAt: (id) => sources.sheetAt(id, source.path),
    pinned,
  })
}

const day = 86_400_000

/** When the commit was made that a page says it was translated from; undefined where that cannot be so. */
async function timeOfPin(
  named: string,
  { last, notes, sources }: { readonly last: number; readonly notes: string[]; readonly sources: Sources },
): Promise<number | undefined> {
  const time = await sources.timeOf(named)
  if (time === undefined) notes.push(`Unexpected pin \`${named}\`, expected a commit that this clone holds`)
  else if (time > last + day) {
    notes.push(
      `Unexpected pin \`${named}\`, which is later than the page's last change, expected one before it`,
    )
    return undefined
  }
  return time
}
