import {
  address,
  button,
  card,
  checkbox,
  dots,
  field,
  letter,
  menuItem,
  pane,
  value,
  encrypted,
} from './controls.ts'
import { laptop, phone, server } from './devices.ts'
import { arrow, badge, chevron, envelope, exchange, key, menu, person, plus, pointer, tray } from './signs.ts'
import { at, box, color, disc, framed, picture, shape, stroke, words } from './svg.ts'

function severalDevices(): string {
  const letters = (x: number, y: number, gap: number, width: number): string =>
    [0, 1, 2]
      .map((n) => [envelope(x, y + n * gap, 22), words(x + 32, y + 4 + n * gap, width)].join('\n'))
      .join('\n')
  return picture(
    server(278, 54, 164),
    laptop(84, 206, letters(46, 24, 32, 90)),
    phone(520, 176, 92, 176, letters(10, 30, 38, 28)),
    exchange([258, 124], [192, 194], 14),
    exchange([462, 110], [566, 164], -16),
  )
}

function newAccount(): string {
  const folders = [0, 1, 2, 3, 4].map((n) =>
    [
      box(20, 84 + n * 36, 16, 13, { rx: 3, fill: n === 0 ? color.accent : color.bar }),
      words(46, 86 + n * 36, 70),
    ].join('\n'),
  )
  const letters = [0, 1, 2, 3, 4, 5].map((n) =>
    letter(envelope(166, 90 + n * 42, 22, color.grey), 166, 90 + n * 42, 454),
  )
  return picture(
    pane(
      40,
      26,
      640,
      350,
      shape('path', { d: 'M0.75 72H146V349H12a11 11 0 0 1 -11.25 -11z', fill: color.subtle }),
      stroke('M0 72H640M146 72V350', { stroke: color.line, 'stroke-width': 1.5 }),
      framed(200, 42, 220, 22, { rx: 11, fill: color.subtle }),
      ...folders,
      ...letters,
      box(590, 38, 32, 30, { fill: color.tint }),
      menu(598, 46),
    ),
    at(
      484,
      106,
      card(0, 0, 188, 184, 10),
      menuItem(4, 188, plus(28, 22), 84, true),
      chevron(166, 26),
      ...[48, 92, 136].map((y, n) =>
        menuItem(y, 188, disc(28, 22, 6, { fill: color.bar }), [70, 96, 60][n] ?? 0),
      ),
    ),
    at(
      282,
      130,
      card(0, 0, 188, 140, 10),
      menuItem(4, 188, envelope(16, 14, 24), 92, true),
      menuItem(48, 188, framed(18, 13, 19, 18, { rx: 3, stroke: color.bar, 'stroke-width': 2.5 }), 70),
      menuItem(92, 188, disc(28, 22, 9, { fill: 'none', stroke: color.bar, 'stroke-width': 2.5 }), 84),
    ),
    pointer(398, 158),
    badge(618, 79, 1),
    badge(672, 130, 2),
    badge(470, 154, 3),
  )
}

function nameAndAddress(): string {
  return picture(
    pane(
      160,
      30,
      400,
      336,
      disc(200, 82, 32, { fill: color.tint }),
      person(184, 64),
      field(44, 130, 312, words(14, 29, 120, color.grey)),
      field(44, 198, 312, address()),
      button(250, 282, 106),
      button(132, 282, 104, 'other'),
    ),
    pointer(480, 332),
    badge(516, 193, 1),
    badge(516, 261, 2),
    badge(516, 312, 3),
  )
}

function servers(): string {
  const side = (x: number, way: 'in' | 'out', port: number): string =>
    pane(
      x,
      40,
      278,
      316,
      disc(139, 78, 28, { fill: color.tint }),
      tray(125, 66, way),
      field(30, 120, 218, value('ssl0.ovh.net')),
      field(30, 184, 90, value(String(port))),
      field(134, 184, 114, encrypted()),
      field(30, 248, 218, address()),
    )
  return picture(
    side(48, 'in', 993),
    side(394, 'out', 465),
    arrow([336, 200], [386, 200]),
    badge(48, 57, 1),
    badge(394, 57, 2),
  )
}

function password(): string {
  return picture(
    pane(
      160,
      44,
      400,
      308,
      disc(200, 86, 32, { fill: color.tint }),
      key(179, 77),
      field(44, 138, 312, dots(20, 33, 9)),
      checkbox(44, 210, 150),
      button(250, 254, 106),
      button(132, 254, 104, 'other'),
    ),
    pointer(480, 318),
    badge(516, 215, 1),
    badge(184, 264, 2),
    badge(516, 298, 3),
  )
}

export const thunderbird: Readonly<Record<string, () => string>> = {
  '01-several-devices': severalDevices,
  '02-new-account': newAccount,
  '03-name-and-address': nameAndAddress,
  '04-servers': servers,
  '05-password': password,
}
