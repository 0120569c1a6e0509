/** What a packed value begins with. */
export const tags = {
  none: 0,
  no: 1,
  yes: 2,
  whole: 3,
  float: 4,
  /** A text, by the bytes of its characters, its UTF-8, or, where it holds half a surrogate pair, its code units. */
  ascii: 5,
  unicode: 6,
  units: 7,
  /** A text that is one of the words below, or one that came before. */
  word: 8,
  again: 9,
  list: 10,
  range: 11,
  ranges: 12,
  record: 13,
} as const

/** Keys and values that facts are full of; any other text is written out. */
export const words: readonly string[] = [
  ...[
    'range',
    'start',
    'end',
    'kind',
    'lines',
    'text',
    'textRange',
    'url',
    'urlRange',
    'form',
    'depth',
    'id',
  ],
  ...['contentRange', 'alt', 'altRange', 'rows', 'cells', 'delimited', 'label', 'labelRange', 'colon'],
  ...[
    'valueRange',
    'breaks',
    'before',
    'after',
    'next',
    'value',
    'language',
    'identifier',
    'key',
    'keyRange',
  ],
  ...['type', 'fields', 'syntax', 'problem', 'reason', 'offset', 'markRange', 'path'],
  ...[
    'inline',
    'reference',
    'autolink',
    'literal',
    'html',
    'fenced',
    'indented',
    'field',
    'heading',
    'paragraph',
  ],
  ...['cell', 'yaml', 'toml', 'string', 'number', 'boolean', 'date', 'null', 'map', 'list', 'code', 'table'],
  ...['blockquote', 'thematicBreak', 'title', 'excerpt', 'slug', 'updated', ''],
]

export const wordNumbers: ReadonlyMap<string, number> = new Map(words.map((word, index) => [word, index]))
