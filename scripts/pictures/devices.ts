import { card } from './controls.ts'
import { arrow, envelope } from './signs.ts'
import { at, box, color, disc, framed, shape, stroke, words } from './svg.ts'

const bezel = 6

/** A telephone; its parts are drawn on the screen, whose corner is their origin. */
export function phone(
  x: number,
  y: number,
  width: number,
  height: number,
  ...parts: readonly string[]
): string {
  const middle = width / 2
  return at(
    x,
    y,
    box(0, 5, width, height, { rx: 18, fill: color.ink, 'fill-opacity': 0.1 }),
    box(0, 0, width, height, { rx: 18, fill: color.ink }),
    box(bezel, bezel, width - 2 * bezel, height - 2 * bezel, { rx: 13, fill: color.subtle }),
    box(middle - 14, 11, 28, 5, { rx: 2.5, fill: color.ink }),
    box(middle - 18, height - 13, 36, 3, { rx: 1.5, fill: color.bar }),
    at(bezel, bezel, ...parts),
  )
}

/** Where a row of telephones stands: each screen is 184 wide and 348 high. */
export const trio = { left: [20, 262, 504], top: 18, width: 196, height: 360, screen: 184 } as const

/** A telephone of a row. */
export function phoneAt(left: number, ...parts: readonly string[]): string {
  return phone(left, trio.top, trio.width, trio.height, ...parts)
}

/** From each of three telephones to the next. */
export function steps(): string[] {
  return [arrow([219, 198], [258, 198]), arrow([461, 198], [500, 198])]
}

/** Where two telephones stand, and the arrow between them. */
export const pair: { readonly left: readonly [number, number]; readonly step: string } = {
  left: [120, 404],
  step: arrow([324, 198], [396, 198]),
}

/** The title of a screen. */
export function title(width: number, length = 70): string {
  return words((width - length) / 2, 26, length, color.grey)
}

export function laptop(x: number, y: number, ...children: readonly string[]): string {
  return at(
    x,
    y,
    box(14, 0, 192, 130, { rx: 10, fill: color.ink }),
    box(21, 7, 178, 116, { rx: 5 }),
    shape('path', { d: 'M0 130h220l-6 11a6 6 0 0 1 -5 3h-198a6 6 0 0 1 -5 -3z', fill: color.grey }),
    box(90, 130, 40, 5, { rx: 2.5, fill: color.line }),
    ...children,
  )
}

export function server(x: number, y: number, width: number): string {
  const unit = (n: number): string =>
    at(
      0,
      n * 40,
      framed(0, 0, width, 34, { fill: color.subtle }),
      disc(18, 17, 5, { fill: color.good }),
      envelope(36, 8, 24),
      stroke(`M${width - 40} 12v10m10 -10v10m10 -10v10`, { stroke: color.bar, 'stroke-width': 3 }),
    )
  return at(x, y, card(-10, -10, width + 20, 134), unit(0), unit(1), unit(2))
}
