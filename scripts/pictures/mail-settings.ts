import { card, list, others } from './controls.ts'
import { phone, server } from './devices.ts'
import { arrow, badge, envelope, padlock } from './signs.ts'
import { at, box, color, disc, picture, shape, stroke, text, words } from './svg.ts'

function mailRoutes(): string {
  return picture(
    phone(70, 70, 150, 262, words(44, 26, 50, color.grey), list(10, 44, 118, others([44, 36, 50, 40]))),
    server(460, 134, 180),
    arrow([432, 150], [240, 150], 10, { stroke: color.accent }),
    envelope(318, 112, 36),
    arrow([240, 254], [432, 254], 10, { stroke: color.accent }),
    envelope(318, 268, 36),
    badge(288, 124, 1),
    badge(288, 280, 2),
  )
}

/** A door with its number, a padlock and the way that mail goes. */
function door(x: number, port: number, way: 'in' | 'out'): string {
  const [from, to] = way === 'in' ? [330, 380] : [380, 330]
  return [
    at(
      x,
      146,
      shape('path', {
        d: 'M0 150V22a22 22 0 0 1 22 -22h68a22 22 0 0 1 22 22v128z',
        fill: color.tint,
        stroke: color.accent,
        'stroke-width': 2.5,
      }),
      box(28, 20, 56, 30, { rx: 8 }),
      text(56, 41, String(port), { 'font-weight': 700, 'text-anchor': 'middle' }),
      padlock(48, 78),
      disc(96, 88, 4, { fill: color.accent }),
    ),
    arrow([x + 56, from], [x + 56, to], 0, { stroke: color.accent }),
    envelope(x + 72, 342, 26),
  ].join('\n')
}

function ports(): string {
  return picture(
    card(70, 36, 580, 260),
    ...[0, 1, 2].map((n) => disc(100 + n * 20, 66, 6, { fill: color.good })),
    words(300, 62, 120, color.grey),
    stroke('M570 56v20m14 -20v20m14 -20v20m14 -20v20', { stroke: color.bar, 'stroke-width': 4 }),
    text(162, 118, 'IMAP', { 'font-weight': 700, 'text-anchor': 'middle', fill: color.grey }),
    text(360, 118, 'POP3', { 'font-weight': 700, 'text-anchor': 'middle', fill: color.grey }),
    text(558, 118, 'SMTP', { 'font-weight': 700, 'text-anchor': 'middle', fill: color.grey }),
    door(106, 993, 'in'),
    door(304, 995, 'in'),
    door(502, 465, 'out'),
  )
}

/** A way from left to right: a tunnel from `start` on, and before it an open road. */
function way(y: number, start: number): string {
  const [left, right] = [110, 620]
  const road =
    start > left
      ? [
          stroke(`M${left} ${y}H${start}`, {
            stroke: color.mark,
            'stroke-width': 3,
            'stroke-dasharray': '2 9',
          }),
        ]
      : []
  return [
    ...road,
    box(start, y - 34, right - start, 68, {
      rx: 34,
      fill: color.tint,
      stroke: color.accent,
      'stroke-width': 2.5,
    }),
    arrow([start + 70, y], [right - 40, y], 0, { stroke: color.accent }),
    at(start + 24, y - 14, padlock(0, 0)),
  ].join('\n')
}

function encryption(): string {
  return picture(
    way(118, 110),
    envelope(330, 92, 40),
    way(282, 330),
    envelope(220, 256, 40, color.mark),
    badge(70, 118, 1),
    badge(70, 282, 2),
  )
}

export const mailSettings: Readonly<Record<string, () => string>> = {
  '01-mail-routes': mailRoutes,
  '02-ports': ports,
  '03-encryption': encryption,
}
