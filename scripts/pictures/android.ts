import {
  button,
  encrypted,
  field,
  hidden,
  list,
  others,
  rowText,
  tinted,
  value,
  address,
} from './controls.ts'
import { pair, phoneAt, title, trio } from './devices.ts'
import { badge, envelope, menu, person, plus } from './signs.ts'
import { box, color, disc, framed, narrowPicture, picture, words } from './svg.ts'

const { screen } = trio
const inner = screen - 24
const [left, right] = pair.left

/** The list of messages behind everything: a search field with the account's picture, and letters. */
function inbox(): string[] {
  const letters = [0, 1, 2, 3, 4, 5, 6].map((n) =>
    [
      disc(26, 84 + n * 38, 11, { fill: color.bar }),
      words(46, 76 + n * 38, 60, color.grey),
      words(46, 88 + n * 38, 104),
    ].join('\n'),
  )
  return [
    framed(10, 24, screen - 20, 32, { rx: 16 }),
    menu(20, 33, color.grey),
    words(46, 36, 60),
    ...letters,
  ]
}

function account(): string {
  return disc(158, 40, 12, { fill: color.tint }) + person(151, 32, 0.45)
}

function addAccount(): string {
  return picture(
    phoneAt(left, ...inbox(), account()),
    phoneAt(
      right,
      ...inbox(),
      box(0, 20, screen, 328, { fill: color.ink, 'fill-opacity': 0.25, rx: 0 }),
      list(12, 60, inner, [
        { icon: disc(12, 12, 11, { fill: color.tint }) + person(5, 4, 0.45), label: 78 },
        { icon: disc(12, 12, 11, { fill: color.bar }), label: 62 },
        { icon: tinted(plus(12, 12)), label: 90, chosen: true },
        { icon: disc(12, 12, 11, { fill: color.bar }), label: 70 },
      ]),
    ),
    pair.step,
    badge(left + 178, 80, 1),
    badge(right + 184, 174, 2),
  )
}

function addressScreen(): string {
  return picture(
    phoneAt(
      left,
      title(screen, 90),
      list(12, 56, inner, [
        ...others([54, 80, 48, 66]),
        { icon: tinted(envelope(3, 5, 18)), label: 48, chosen: true },
      ]),
    ),
    phoneAt(
      right,
      title(screen, 90),
      field(14, 66, 156, address(44)),
      button(12, 300, 84),
      button(104, 300, 68, 'other'),
    ),
    pair.step,
    badge(left + 184, 236, 1),
    badge(right + 184, 124, 2),
    badge(right + 28, 322, 3),
  )
}

function accountType(): string {
  const choice = (y: number, name: string, chosen: boolean): string =>
    list(12, y, inner, [{ label: 0, value: rowText(name, 14), chosen, end: chosen ? 'tick' : 'chevron' }])
  return picture(
    phoneAt(
      left,
      title(screen, 90),
      choice(70, 'POP3', false),
      choice(122, 'IMAP', true),
      choice(174, 'Exchange', false),
    ),
    phoneAt(right, title(screen, 90), field(14, 66, 156, hidden), button(92, 300, 80)),
    pair.step,
    badge(left + 184, 164, 1),
    badge(right + 184, 124, 2),
    badge(right + 184, 322, 3),
  )
}

/** The screen of one server, whose fields the two steps share. */
function serverForm(port: number, ...first: readonly string[]): string[] {
  return [
    title(screen, 96),
    ...first,
    field(14, 178, 156, value('ssl0.ovh.net')),
    field(14, 238, 62, value(String(port))),
    field(84, 238, 86, encrypted(32)),
  ]
}

function incomingServer(): string {
  return narrowPicture(
    phoneAt(
      262,
      ...serverForm(993, field(14, 58, 156, address(44)), field(14, 118, 156, hidden)),
      button(104, 304, 68),
    ),
    badge(456, 148, 1),
    badge(456, 236, 2),
    badge(264, 296, 3),
    badge(456, 296, 4),
  )
}

function outgoingServer(): string {
  return narrowPicture(
    phoneAt(
      262,
      ...serverForm(465, list(14, 58, 156, [{ label: 70, end: 'on' }]), field(14, 112, 156, address(44))),
      button(104, 304, 68),
    ),
    badge(456, 100, 1),
    badge(456, 190, 2),
    badge(456, 296, 3),
  )
}

export const android: Readonly<Record<string, () => string>> = {
  '01-add-account': addAccount,
  '02-address': addressScreen,
  '03-account-type': accountType,
  '04-incoming-server': incomingServer,
  '05-outgoing-server': outgoingServer,
}
