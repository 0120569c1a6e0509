import type { Code, Phrase } from '../l10n/phrase.ts'

/** What the numbered tags of a phrase stand for, a line each, for formats that show them as they are numbered. */
export function tagNotes({ codes }: Phrase): string[] {
  return codes.map((code, index) => tagNote(code, index + 1))
}

function tagNote(code: Code, number: number): string {
  return code.kind === 'pair'
    ? `<${number}>…</${number}> = ${code.open}…${code.close}`
    : `{${number}} = ${code.text.replace(/\n/g, '↵')}`
}
