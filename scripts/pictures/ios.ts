import { list, others, rowText, rowValue, tinted } from './controls.ts'
import { phoneAt, steps, title, trio } from './devices.ts'
import { badge, envelope, gear, padlock, person, plus } from './signs.ts'
import { box, color, narrowPicture, picture, stroke, text, words } from './svg.ts'

const { screen } = trio
const inner = screen - 24

function settings(): string {
  const [first, second, third] = trio.left
  return picture(
    phoneAt(
      first,
      title(screen),
      list(12, 48, inner, others([54, 66, 48])),
      list(12, 172, inner, others([60, 44])),
      list(12, 260, inner, [{ icon: tinted(gear(12, 12)), label: 58, chosen: true, end: 'chevron' }]),
    ),
    phoneAt(
      second,
      title(screen, 50),
      list(12, 48, inner, [
        ...others([62, 46, 56]),
        { icon: tinted(envelope(3, 5, 18)), label: 50, chosen: true, end: 'chevron' },
        ...others([66, 52, 44]),
      ]),
    ),
    phoneAt(
      third,
      title(screen, 46),
      list(12, 48, inner, others([58, 46])),
      list(12, 140, inner, [{ icon: tinted(person(4, 4, 0.5)), label: 64, chosen: true, end: 'chevron' }]),
      list(12, 196, inner, [
        { label: 70, end: 'on' },
        { label: 52, end: 'off' },
        { label: 62, end: 'chevron' },
      ]),
    ),
    ...steps(),
    badge(204, 302, 1),
    badge(446, 198, 2),
    badge(688, 182, 3),
  )
}

function accountType(): string {
  const [first, second, third] = trio.left
  return picture(
    phoneAt(
      first,
      title(screen, 80),
      list(12, 48, inner, others([70])),
      list(12, 104, inner, [{ icon: tinted(plus(12, 12)), label: 84, chosen: true }]),
    ),
    phoneAt(
      second,
      title(screen, 80),
      list(12, 48, inner, [...others([54, 78, 46, 60, 68]), { label: 50, chosen: true, end: 'chevron' }]),
    ),
    phoneAt(
      third,
      title(screen, 50),
      list(12, 48, inner, [{ icon: tinted(envelope(3, 5, 18)), label: 76, chosen: true, end: 'chevron' }]),
      list(12, 110, inner, others([66, 54])),
      list(12, 200, inner, others([58, 72])),
    ),
    ...steps(),
    badge(204, 146, 1),
    badge(446, 270, 2),
    badge(688, 90, 3),
  )
}

/** A form's head: a word on the left, its title, and the word on the right that goes on. */
function head(chosen: boolean): string[] {
  return [
    words(12, 26, 34),
    words(66, 26, 52, color.grey),
    words(138, 26, 34, chosen ? color.accent : color.bar),
  ]
}

function nameAndAddress(): string {
  return narrowPicture(
    phoneAt(
      262,
      ...head(true),
      list(12, 52, inner, [
        { label: 32, value: rowValue.words },
        { label: 42, value: rowValue.address },
        { label: 38, value: rowValue.hidden },
        { label: 48, value: rowValue.words },
      ]),
      keyboard(),
    ),
    ...[1, 2, 3, 4].map((number) => badge(456, 94 + (number - 1) * 36, number)),
    badge(456, 54, 5),
  )
}

/** The keys that are shown below a form. */
function keyboard(): string {
  const rows = [0, 1, 2].flatMap((row) =>
    Array.from({ length: 8 - row }, (_, n) =>
      box(12 + row * 10 + n * 20, 232 + row * 28, 16, 22, { rx: 4, stroke: color.line }),
    ),
  )
  return [
    stroke('M0 218H184', { stroke: color.line }),
    ...rows,
    box(52, 316, 80, 14, { rx: 4, stroke: color.line }),
  ].join('\n')
}

function servers(): string {
  const server = [
    { label: 30, value: rowText('ssl0.ovh.net', 12) },
    { label: 36, value: rowValue.address },
    { label: 34, value: rowValue.hidden },
  ]
  return narrowPicture(
    phoneAt(
      262,
      ...head(true),
      box(12, 42, inner, 28, { rx: 8, fill: color.bar }),
      box(14, 44, inner / 2 - 2, 24, { rx: 7 }),
      text(12 + inner / 4, 61, 'IMAP', { 'font-size': 13, 'font-weight': 700, 'text-anchor': 'middle' }),
      text(12 + (inner * 3) / 4, 61, 'POP', { 'font-size': 13, 'text-anchor': 'middle' }),
      words(22, 82, 74, color.grey),
      list(12, 96, inner, server),
      words(22, 216, 62, color.grey),
      list(12, 230, inner, server),
    ),
    badge(264, 80, 1),
    badge(456, 174, 2),
    badge(456, 308, 3),
  )
}

function encryption(): string {
  return narrowPicture(
    phoneAt(
      262,
      ...head(false),
      list(12, 56, inner, [
        { label: 70, end: 'chevron' },
        { label: 56, end: 'chevron' },
      ]),
      words(22, 152, 66, color.grey),
      list(12, 168, inner, [
        { icon: padlock(4, 1), label: 52, end: 'on' },
        { label: 66, end: 'chevron' },
        { label: 84, value: rowText('993') },
      ]),
    ),
    badge(456, 210, 1),
    badge(456, 282, 2),
  )
}

export const ios: Readonly<Record<string, () => string>> = {
  '01-settings': settings,
  '02-account-type': accountType,
  '03-name-and-address': nameAndAddress,
  '04-servers': servers,
  '05-encryption': encryption,
}
