import { box, disc, text } from './svg.ts'

const colors: Readonly<Record<string, string>> = {
  '31': '#ff8a80',
  '32': '#7ee2a8',
  '33': '#ffd479',
  '34': '#8fb8ff',
  '36': '#7fdbe8',
}
const [ground, ink, lineHeight, letterWidth, size] = ['#1d2433', '#e6ebf5', 21, 8.43, 14] as const

interface Style {
  readonly fill: string
  readonly bold: boolean
  readonly faint: boolean
}

const plain: Style = { fill: ink, bold: false, faint: false }

/** What a code of the terminal does to the style of the letters behind it. */
function styled(style: Style, code: string): Style {
  if (code === '0') return plain
  if (code === '1') return { ...style, bold: true }
  if (code === '2') return { ...style, faint: true }
  if (code === '22') return { ...style, bold: false, faint: false }
  return { ...style, fill: colors[code] ?? ink }
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** One line's letters, a piece for each style. */
function spans(line: string): string {
  let style = plain
  return line
    .split(/\x1b\[(\d+)m/)
    .map((part, index) => {
      if (index % 2 === 1) {
        style = styled(style, part)
        return ''
      }
      if (part === '') return ''
      const marks = [
        `fill="${style.fill}"`,
        ...(style.bold ? ['font-weight="700"'] : []),
        ...(style.faint ? ['opacity="0.6"'] : []),
      ]
      return `<tspan ${marks.join(' ')}>${escaped(part)}</tspan>`
    })
    .join('')
}

/** What a terminal shows, codes of colours included, as a picture of its own size. */
export function terminal(columns: number, lines: readonly string[]): string {
  const width = Math.ceil(columns * letterWidth) + 48
  const height = lines.length * lineHeight + 72
  const buttons = ['#ff6b5e', '#ffc04a', '#3ecf6e'].map((fill, n) => disc(26 + n * 20, 24, 6, { fill }))
  const letters = lines.map((line, n) =>
    line === ''
      ? ''
      : text(24, 62 + n * lineHeight, spans(line), { 'font-size': size, 'xml:space': 'preserve' }),
  )
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace">`
  const body = [box(0, 0, width, height, { rx: 12, fill: ground }), ...buttons, ...letters]
  return [head, ...body.filter((part) => part !== '').map((part) => `  ${part}`), '</svg>', ''].join('\n')
}
