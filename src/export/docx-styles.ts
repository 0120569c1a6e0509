import {
  AlignmentType,
  BorderStyle,
  LevelFormat,
  LineRuleType,
  ShadingType,
  type INumberingOptions,
  type IStylesOptions,
} from 'docx'
import type { Page } from './page.ts'

const ink = '1C2430'
const soft = '536071'

function callout(
  id: string,
  name: string,
  color: string,
  fill: string,
  side: 'left' | 'right',
): NonNullable<IStylesOptions['paragraphStyles']>[number] {
  return {
    id,
    name,
    basedOn: 'Normal',
    paragraph: {
      indent: { start: 200, end: 200 },
      spacing: { before: 60, after: 60 },
      border: { [side]: { style: BorderStyle.SINGLE, size: 24, space: 8, color } },
      shading: { type: ShadingType.CLEAR, fill, color: 'auto' },
    },
  }
}

/** The styles of a document in a language, so that a word processor checks its spelling by it. */
export function wordStyles({ language, direction }: Pick<Page, 'language' | 'direction'>): IStylesOptions {
  const side = direction === 'rtl' ? 'right' : 'left'
  return {
    default: {
      document: {
        run: {
          font: 'Calibri',
          size: 22,
          color: ink,
          language: { value: language, eastAsia: language, bidirectional: language },
        },
        paragraph: { spacing: { after: 140, line: 288, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { size: 44, bold: true, color: ink }, paragraph: { spacing: { after: 120 } } },
      heading1: {
        run: { size: 32, bold: true, color: ink },
        paragraph: { spacing: { before: 400, after: 120 }, keepNext: true },
      },
      heading2: {
        run: { size: 27, bold: true, color: ink },
        paragraph: { spacing: { before: 300, after: 100 }, keepNext: true },
      },
      heading3: {
        run: { size: 24, bold: true, color: ink },
        paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
      },
      hyperlink: { run: { color: '1A56C4', underline: {} } },
    },
    paragraphStyles: [
      { id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { size: 25, color: soft } },
      {
        id: 'Date',
        name: 'Date',
        basedOn: 'Normal',
        run: { size: 19, color: soft },
        paragraph: { spacing: { after: 300 } },
      },
      { id: 'Quote', name: 'Quote', basedOn: 'Normal', run: { italics: true, color: soft } },
      {
        id: 'Figure',
        name: 'Figure',
        basedOn: 'Normal',
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 200 } },
      },
      {
        id: 'Cell',
        name: 'Cell',
        basedOn: 'Normal',
        run: { size: 20 },
        paragraph: { spacing: { after: 40, line: 259, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'CodeBlock',
        name: 'Code block',
        basedOn: 'Normal',
        run: { font: 'Consolas', size: 19 },
        paragraph: {
          shading: { type: ShadingType.CLEAR, fill: 'EEF1F6', color: 'auto' },
          alignment: AlignmentType.LEFT,
        },
      },
      callout('Callout', 'Callout', '1A56C4', 'EDF3FE', side),
      callout('CalloutWarning', 'Callout warning', '9A4A00', 'FFF4E5', side),
    ],
    characterStyles: [
      {
        id: 'Code',
        name: 'Code',
        run: {
          font: 'Consolas',
          size: 20,
          shading: { type: ShadingType.CLEAR, fill: 'EEF1F6', color: 'auto' },
        },
      },
    ],
  }
}

const levels = [0, 1, 2, 3, 4, 5] as const

const indentAt = (level: number) => ({ paragraph: { indent: { start: 500 + level * 400, hanging: 300 } } })

/** Lists as a word processor numbers them. */
export const numbering: INumberingOptions = {
  config: [
    {
      reference: 'numbers',
      levels: levels.map((level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        style: indentAt(level),
      })),
    },
    {
      reference: 'bullets',
      levels: levels.map((level) => ({
        level,
        format: LevelFormat.BULLET,
        text: level % 2 === 0 ? '•' : '◦',
        style: indentAt(level),
      })),
    },
  ],
}
