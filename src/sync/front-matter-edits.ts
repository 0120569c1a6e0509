import type { Facts } from '../markdown/facts.ts'
import type { Field } from '../markdown/front-matter.ts'
import type { Edit } from '../text/edit.ts'
import { linesOf } from '../text/source.ts'

/** A document by its text and its facts. */
interface Sheet {
  readonly text: string
  readonly facts: Facts
}

/** What became of the values of front matter that are no words. */
export interface FrontMatterChange {
  readonly edits: readonly Edit[]
  /** Keys that both sides have changed, each in its own way. */
  readonly conflicts: readonly string[]
}

/** Values of these types are no language. */
const plainTypes: ReadonlySet<Field['type']> = new Set(['number', 'boolean', 'date'])

/**
 * Carries changes of values that are no words into a target whose value was the source's: numbers, dates, flags, and
 * strings of one word such as an address. `except` names keys that have a life of their own, such as `updated`.
 */
export function carryFrontMatter(
  base: Sheet,
  head: Sheet,
  target: Sheet,
  except: ReadonlySet<string>,
): FrontMatterChange {
  const [was, is, own] = [base, head, target].map(({ facts }) => fieldsOf(facts))
  const edits: Edit[] = []
  const conflicts: string[] = []
  for (const [key, field] of is ?? []) {
    const before = was?.get(key)
    const mine = own?.get(key)
    if (except.has(key) || !isPlain(field) || before?.value === field.value) continue
    if (mine) {
      if (mine.value === field.value) continue
      if (mine.value === before?.value)
        edits.push({
          range: mine.valueRange,
          text: head.text.slice(field.valueRange.start, field.valueRange.end),
        })
      else conflicts.push(key)
    } else if (!before) {
      const edit = addedLine(key, { head, target, fields: [...(is ?? [])], own })
      if (edit) edits.push(edit)
    }
  }
  return { edits, conflicts }
}

function fieldsOf({ frontMatter }: Facts): ReadonlyMap<string, Field> {
  return new Map(frontMatter?.fields.map((field) => [field.key, field]))
}

function isPlain({ type, value }: Field): boolean {
  return (
    plainTypes.has(type) || (type === 'string' && value !== '' && !/\s/.test(value) && /[/.:\d_]/.test(value))
  )
}

/** A key of one line that is new, behind the one that it follows in the source. */
function addedLine(
  key: string,
  {
    head,
    target,
    fields,
    own,
  }: {
    readonly head: Sheet
    readonly target: Sheet
    readonly fields: readonly (readonly [string, Field])[]
    readonly own: ReadonlyMap<string, Field> | undefined
  },
): Edit | undefined {
  const { frontMatter } = target.facts
  const at = fields.findIndex(([name]) => name === key)
  const field = fields[at]?.[1]
  if (!frontMatter || !field || key.includes('.')) return undefined
  const line = lineAt(head.text, field.keyRange.start)
  if (field.valueRange.end > line.end) return undefined
  const before = fields.slice(0, at).findLast(([name]) => own?.has(name) && !name.includes('.'))?.[0]
  const neighbour = before === undefined ? undefined : own?.get(before)
  if (!neighbour || neighbour.valueRange.end <= neighbour.keyRange.end) return undefined
  const place = lineAt(target.text, neighbour.valueRange.end).end
  return { range: { start: place, end: place }, text: `\n${head.text.slice(line.start, line.end)}` }
}

function lineAt(text: string, offset: number): { start: number; end: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const [line] = linesOf(text, { start, end: text.length })
  return { start, end: line?.end ?? text.length }
}
