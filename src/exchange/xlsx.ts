import { strToU8, zipSync } from 'fflate'
import type { KitFormat } from './format.ts'
import { givenName, givenWords } from './given.ts'
import type { Kit, KitUnit } from './kit.ts'
import { readXlsx } from './read-xlsx.ts'
import { tagNotes } from './tag-notes.ts'
import { xmlAttribute, xmlText } from './xml.ts'

const sheets = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Columns with their widths; all but the translation are locked, and names are hidden. */
const widths = [0, 30, 60, 60, 14, 40]

/** Styles by their places in the sheet of styles: plain, open for writing, heading. */
const style = { locked: 1, open: 2, heading: 3 } as const

/** As text in a cell: signs that a sheet cannot hold by their numbers, and what looks like such a number, too. */
function cellText(text: string): string {
  const escaped = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return xmlText(
    escaped.replaceAll('\r', '_x000D_'),
    (code) => `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`,
  )
}

/** A cell of text, whatever it looks like: nothing in it is ever a formula. */
function cell(column: number, row: number, text: string, styleOf: number): string {
  const name = `${String.fromCharCode(65 + column)}${row}`
  return `<c r="${name}" s="${styleOf}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`
}

/** In points: of a line, and the most that a row may have. */
const height = { line: 15, most: 405 } as const

/** A program that shows a sheet need not measure what is wrapped in it: the lines of the fullest cell, told by its letters. */
function heightOf(cells: readonly string[]): number {
  const linesIn = (text: string, width: number): number =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
  const most = Math.max(...cells.map((text, column) => (widths[column] ? linesIn(text, widths[column]) : 1)))
  return Math.min(most * height.line, height.most)
}

function rowOf(row: number, cells: readonly string[], styles: readonly number[]): string {
  return `<row r="${row}" ht="${heightOf(cells)}" customHeight="1">${cells.map((text, column) => cell(column, row, text, styles[column] ?? style.locked)).join('')}</row>`
}

function* rowsOf(kits: readonly Kit[]): Iterable<string> {
  const { source = 'und', target = 'und' } = kits[0]?.languages ?? {}
  const heads = ['Unit', 'Place', `Source (${source})`, `Translation (${target})`, 'State', 'Notes']
  yield rowOf(
    1,
    heads,
    heads.map(() => style.heading),
  )
  let row = 2
  for (const { path, units } of kits) {
    for (const unit of units) {
      const words = givenWords(unit)
      const [place = '', ...notes] = unit.notes
      const cells = [
        `${path}#${unit.id}#${givenName(words, unit.state)}`,
        place,
        unit.source.text,
        words,
        unit.state,
        notesText(unit, notes),
      ]
      yield rowOf(row++, cells, [style.locked, style.locked, style.locked, style.open, style.open])
    }
  }
}

/** What the tags stand for, then what else there is to know. */
function notesText({ source, previous }: KitUnit, notes: readonly string[]): string {
  return [...tagNotes(source), ...notes, ...(previous === undefined ? [] : [`Was: ${previous}`])].join('\n')
}

function worksheet(kits: readonly Kit[]): string {
  const columns = widths
    .map(
      (width, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width || 10}" customWidth="1"${width === 0 ? ' hidden="1"' : ''}/>`,
    )
    .join('')
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>'
  const protection =
    '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"/>'
  const rows = [...rowsOf(kits)]
  // As wide as a page, where someone prints it; the state is chosen, not typed.
  const choices = `<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="E2:E${Math.max(rows.length, 2)}"><formula1>"untranslated,fuzzy,translated"</formula1></dataValidation></dataValidations>`
  const page = '<pageSetup orientation="landscape" fitToHeight="0"/>'
  return `${declaration}<worksheet xmlns="${sheets}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${view}<cols>${columns}</cols><sheetData>${rows.join('')}</sheetData>${protection}${choices}${page}</worksheet>`
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const styles = `${declaration}<styleSheet xmlns="${sheets}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF8DC"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/>${[
  ['', 1],
  // What is to be written in stands out.
  [' fillId="2" applyFill="1"', 0],
  [' fontId="1" applyFont="1"', 1],
]
  .map(
    ([font, locked]) =>
      `<xf xfId="0" numFmtId="49" quotePrefix="1" applyNumberFormat="1" applyAlignment="1" applyProtection="1"${font}><alignment wrapText="1" vertical="top"/><protection locked="${locked}"/></xf>`,
  )
  .join('')}</cellXfs></styleSheet>`

function relations(entries: readonly (readonly [string, string])[]): string {
  const lines = entries.map(
    ([type, target], index) =>
      `<Relationship Id="r${index + 1}" Type="${documents}/${type}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="${packages}/relationships">${lines.join('')}</Relationships>`
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Kits as a workbook for people with a spreadsheet: a row a unit. */
function xlsxOf(kits: readonly Kit[]): Uint8Array {
  const [first] = kits
  const title = xmlAttribute(first ? first.languages.target : 'Kit')
  const parts = {
    '[Content_Types].xml': `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/workbook.xml': `${declaration}<workbook xmlns="${sheets}" xmlns:r="${documents}"><sheets><sheet name="${title}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': worksheet(kits),
  }
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const)
  // The same day for all, so that the same kit is the same file.
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) })
}

export const format: KitFormat = {
  format: 'xlsx',
  extension: 'xlsx',
  write: xlsxOf,
  fits: (beginning) => beginning[0] === 0x50 && beginning[1] === 0x4b,
  read: async (file) => readXlsx(await file.bytes()),
}
