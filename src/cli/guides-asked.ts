import { join, relative, sep } from 'node:path'
import type { ListedDocument } from '../io/read-guides.ts'
import { unknownName } from './usage.ts'
import { isTarget, type Workspace } from './workspace.ts'

type Guides = ReadonlyMap<string, readonly ListedDocument[]>

/** The one guide that is named by its id, by its folder, or by one of its documents. */
export function guideNamed(
  guides: Guides,
  name: string,
  { root }: Workspace,
  cwd: string,
): readonly ListedDocument[] {
  const known = guides.get(name)
  if (known) return known
  const path = relative(root, join(cwd, name)).split(sep).join('/')
  const there = [...guides.values()].filter((documents) =>
    documents.some((document) => isTarget(document.path, [path])),
  )
  const [only] = there
  if (only && there.length === 1) return only
  throw unknownName('guide', name, [...guides.keys()])
}
