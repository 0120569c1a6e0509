import picocolors from 'picocolors'
import type { Severity } from '../lint/rule.ts'

/** Puts colour on a text, or leaves it as it is. */
export type Paint = (text: string) => string

/** The colours of the terminal, by what they mean. */
export interface Palette {
  readonly plain: Paint
  readonly faint: Paint
  readonly strong: Paint
  /** A value in a sentence: `` `#part-7` ``. */
  readonly value: Paint
  readonly label: Paint
  /** The characters of a line that change. */
  readonly changed: Paint
  readonly good: Paint
  readonly careful: Paint
  readonly severity: Readonly<Record<Severity, Paint>>
}

/** The palette; without colour, every paint leaves its text as it is. */
export function paletteOf(color: boolean): Palette {
  const { dim, bold, cyan, green, yellow, red, blue, inverse } = picocolors.createColors(color)
  return {
    plain: (text) => text,
    faint: dim,
    strong: bold,
    value: cyan,
    label: bold,
    changed: inverse,
    good: green,
    careful: yellow,
    severity: { error: red, warning: yellow, info: blue },
  }
}
