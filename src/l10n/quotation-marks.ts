/** An opening mark and its closing one. */
export type QuotationMarks = readonly [open: string, close: string]

const english: readonly QuotationMarks[] = [['“', '”']]
const german: readonly QuotationMarks[] = [
  ['„', '“'],
  ['»', '«'],
]
const guillemets: readonly QuotationMarks[] = [
  ['«', '»'],
  ['“', '”'],
]
const nordic: readonly QuotationMarks[] = [
  ['”', '”'],
  ['»', '»'],
]
const polish: readonly QuotationMarks[] = [
  ['„', '”'],
  ['«', '»'],
  ['»', '«'],
]
const corner: readonly QuotationMarks[] = [
  ['「', '」'],
  ['『', '』'],
  ['“', '”'],
]

/**
 * The double quotation marks of a language or locale, by its BCP 47 tag: the usual ones first, then others that are
 * right, too. From Unicode's CLDR (`quotationStart`, `alternateQuotationStart`) and the languages' own academies.
 */
export const quotationMarks: Readonly<Record<string, readonly QuotationMarks[]>> = {
  bg: german,
  ca: guillemets,
  cs: german,
  da: [['”', '”'], ...german, ['“', '”']],
  de: german,
  'de-CH': guillemets,
  el: guillemets,
  en: english,
  es: [...english, ...guillemets],
  'es-ES': guillemets,
  et: [['„', '“'], ...polish],
  fi: nordic,
  fr: guillemets,
  hr: [...polish, ...german],
  hu: polish,
  id: english,
  it: guillemets,
  ja: corner,
  ko: [...english, ...corner],
  lt: german,
  lv: [...polish, ...guillemets],
  nb: guillemets,
  nl: [...english, ...polish],
  pl: polish,
  pt: [...english, ...guillemets],
  'pt-PT': guillemets,
  ro: polish,
  ru: [
    ['«', '»'],
    ['„', '“'],
  ],
  sk: german,
  sl: german,
  sv: nordic,
  tr: [...english, ...guillemets],
  uk: [...guillemets, ['„', '“']],
  zh: [...english, ...corner],
  'zh-TW': corner,
  'zh-HK': corner,
  'zh-Hant': corner,
}

/** Signs before which French sets a narrow no-break space; in Canada before the colon alone. */
export const spacedSigns: Readonly<Record<string, string>> = { fr: ':;?!', 'fr-CA': ':' }
