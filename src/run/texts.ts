import { Recent } from '../corpus/recent.ts'
import { readText } from '../io/read-text.ts'
import type { Canon } from '../settings/canon.ts'

/** Few findings need a text again, and those of one document come together. */
const textsKept = 50

/** Reads texts below a root as they are asked for; what cannot be read is empty. */
export function textsBelow(root: string, canon?: Canon): (path: string) => string {
  const texts = new Recent<string, string>(textsKept)
  return (path) => (path === canon?.path ? canon.text : texts.getOr(path, () => textAt(root, path)))
}

function textAt(root: string, path: string): string {
  try {
    return readText(root, { path }).text
  } catch {
    return ''
  }
}
