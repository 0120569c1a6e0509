/** A document made to take a parser or a rule down, or to hold it up. */
export interface HostileShape {
  readonly name: string
  /** So many bytes of it, or a little less. */
  readonly make: (bytes: number) => string
  /** Where it is meant for one of the two; both else. */
  readonly format?: 'md' | 'mdx'
}

type Make = HostileShape['make']

/** A unit again and again; a function makes it from its number. */
function repeated(unit: string | ((at: number) => string), before = '', after = ''): Make {
  return (bytes) => {
    const room = bytes - Buffer.byteLength(before + after)
    if (typeof unit === 'string') {
      return before + unit.repeat(Math.max(0, Math.floor(room / Buffer.byteLength(unit)))) + after
    }
    const parts: string[] = []
    let left = room
    for (let part = unit(0); left >= Buffer.byteLength(part); part = unit(parts.length)) {
      left -= Buffer.byteLength(part)
      parts.push(part)
    }
    return before + parts.join('') + after
  }
}

/** A shape with line ends put in after every so many characters, all of it one paragraph still. */
function brokenInto(width: number, make: Make): Make {
  return (bytes) => {
    const text = make(bytes - Math.ceil(bytes / (width + 1)))
    const lines: string[] = []
    for (let start = 0; start < text.length; start += width) lines.push(text.slice(start, start + width))
    return lines.join('\n')
  }
}

/** A first part and a second one, half of the size each. */
function halves(first: Make, second: Make): Make {
  return (bytes) => first(bytes / 2) + second(bytes / 2)
}

function shape(name: string, make: Make, format?: 'md' | 'mdx'): HostileShape {
  return { name, make, ...(format && { format }) }
}

const fence = '---\n'
const front = (unit: string, before = '', after = ''): Make =>
  repeated(unit, `${fence}${before}`, `${after}\n${fence}`)
const visible = (unit: string): string => JSON.stringify(unit).slice(1, -1)

/** Repeated in one line, in lines of 72 and in lines just below the limit of 64 KiB. */
const runs: readonly string[] = [
  // Quotes and lists.
  ...['>', '> ', '- ', '+ ', '* ', '1. ', '> - ', '> 1. ', '- > ', '[^a]: ', '[^a]: > ', '- [ ] '],
  // Emphasis.
  ...[
    '*',
    '_',
    '~',
    '**',
    '*a ',
    'a* ',
    '*a **a ',
    '*a_ ',
    '_a ',
    '_a*',
    '**a*',
    'a**b',
    'a***b*',
    '~~a ',
    '~a',
  ],
  ...['*_~', '**a _b ', '*_*', '*a', '**a__', '*😀', '😀*', '“*a”', '* *', '_a_b'],
  // Brackets.
  ...['[', ']', '![', '[]', '![]', '[a](', '![a](', '[a][', '[a] ', '[](', '[a](<b', '[a](b "', '[a](('],
  ...['![[]()', '[[a]', '[a]]', '[^', '[^a]', '[^a][', '[\\', '[`', '[*', '*[', '![a*', '[<a>'],
  ...['[a](#b) ', '[a](b.md) ', '![a](b.png) ', '![](b) ', '[a]: ', '[![', '](', '](a) ', '[x]{.'],
  // Code.
  ...['`', '``\\', '``\\`', '`a', '`a``', '` `` ``` ', '`\\', 'a`b`', '```', '~~~'],
  // HTML and comments.
  ...['<', '<a ', '<a b="', "<a b='", '<!--', '<!---', '<!-- a ', '<!-- a --> ', '<?', '<!A ', '<![CDATA['],
  ...[
    '</',
    '</a',
    '<a>',
    '<b></b>',
    '</b>',
    '<a name="x">',
    '<br/>',
    '<a b b',
    '<a\tb=',
    '<-',
    '-->',
    '<!-->',
    '<%',
  ],
  // Addresses.
  ...[
    'www.____',
    'www.a',
    'www.a.',
    'http://a.',
    'http://a ',
    'https://',
    'https://(',
    'a@b.',
    'a@',
    '_@_',
    'a.b@c_',
  ],
  ...[
    'www.((',
    'www.a)',
    'www.a&b;',
    '<http://a>',
    '<http://a',
    '<a@b>',
    'http://a_*',
    'mailto:a@b ',
    'xmpp:a@b/',
  ],
  // Entities and escapes.
  ...['&', '&#', '&#x', '&#x41;', '&amp;', '&aaaa', '&#99999999;', '\\', '\\*', '\\[', '\\<', 'a\\'],
  // Tables, headings, rules.
  ...['|', '|a', '\\|', '|`', '|-', '#', '# ', '## a #', '-', '=', '- - ', '___', '*** '],
  // The dialect.
  ...[
    '{',
    '}',
    '{{',
    '{{<',
    '{{% a %}} ',
    '{.a}',
    '{#a}',
    '{.a ',
    '{a=',
    '{a="',
    '![a](b){.c}',
    '{%',
    '[!a]',
    'a: ',
    'A : ',
  ],
  ...['the ', 'a.B', 'aB', 'word:Word', '**A**:b ', 'здесь ', 'hier '],
  // Characters.
  ...[
    'a',
    'a ',
    ' ',
    '\t',
    '\t- a',
    '\0',
    'a\0',
    '\r',
    'a\r',
    '\r\r\n',
    '\uFEFF',
    'a\uFEFF',
    '\u00A0',
    '\u200B',
  ],
  ...['\u2028', '\u202E', 'e\u0301', 'İ', 'ﬀ', 'ł', '漢', '👨‍👩‍👧', '\u001B[31m', '\v', '\f', 'ß*'],
  // JSX and expressions.
  ...[
    '{a',
    '{a}',
    '{`',
    '{"',
    '{/*',
    '{/* */}',
    '{a:{',
    '<A>',
    '<A ',
    '<A b={',
    '<A b="',
    '<></>',
    '<>',
    '</A>',
  ],
  ...['<A.', '<A {...', '{<A>', '{(', '{[', '{a=>', '{a+', '{!', '{`${', '<A/>', '{a?', '{new ', '{-', '{/a'],
]

/** A line again and again. */
const lines: readonly string[] = [
  // Quotes, lists, footnotes; the deep ones stay below the limit.
  ...[
    '> a',
    '> a\nb',
    '>',
    '>\n\n',
    '> > a\nb',
    `${'>'.repeat(90)}a`,
    `${'>'.repeat(90)}a\nb`,
    '> ```',
    '> - a\n> b',
  ],
  ...[
    '- a',
    '- a\nb',
    '-',
    '-\n\n',
    '- a\n\n',
    '- - a',
    '1. a',
    '1) a\n1. a',
    '- a\n* a',
    '- a\n\n      b',
    '-\ta',
    '- ```',
  ],
  ...[
    `${'- '.repeat(90)}a`,
    `${'- '.repeat(90)}a\nb`,
    `${'> - '.repeat(45)}a`,
    `${'1. '.repeat(90)}a`,
    '- [ ] a',
    '- > a\nb',
  ],
  ...[
    '[^a]: b',
    '[^a]: b\nc',
    '[^a]: b\n\n',
    '[^a]: b\n\n    c',
    'a[^a]',
    '[^a]:',
    '    [^a]: b',
    '> [^a]: b\nc',
  ],
  // Leaves.
  ...[
    'a',
    'a  ',
    'a\\',
    '# a',
    '#',
    '###### a ######',
    'a\n=',
    'a\n-',
    '=',
    '--',
    '---',
    '***',
    '- - -',
    '* * *\n- a',
  ],
  ...['```', '~~~', '```a\n```', '````\n```', '``` `', '    a', '\ta', ' ', '', 'a\n    b', '    a\n\n'],
  ...[
    '<!--',
    '<!-- a',
    '<!-- a -->',
    '<div>',
    '<div>\n\n',
    '</div>',
    '<p',
    '<script>',
    '<pre>\n\n',
    '<?',
    '<!A',
    '<a b="',
  ],
  ...[
    '<a name="b"></a>',
    '<a b=\n',
    '<b>\n</i>',
    '<!-- hexapla-disable -->',
    '<!-- hexapla-disable-next-line -->',
  ],
  ...['<!-- hexapla-enable -->', '<!-- hexapla-disable a -->\n\n', '<!-- region a -->'],
  // Tables.
  ...[
    '|a|b|c|',
    'a|b',
    '|',
    '|-|-|',
    '|a|\n|-|',
    '|a|\n|-|\n\n',
    ':-:',
    '|a|b|\n\n',
    '|:-|',
    '|a|\n|-|\n|`|`|',
    '> |a|\n> |-|',
  ],
  // Definitions and links.
  ...[
    '[a]: /b',
    '[a]: <',
    '[a]:',
    '[a]: /b "',
    '[a]: /b "c',
    "[a]: /b '\n\n",
    '[a',
    '[a](b\n"c"',
    '[a]\n[b]',
    '[a][]',
    '[here](b)',
  ],
  ...[
    '[a](#b)\n\n',
    '![a](b)',
    '![](b.png){.c}\n\n',
    '<https://a.b>',
    'https://a.b/c',
    '[a](https://www.b.c/d/?e=f)\n\n',
  ],
  // Front matter, callouts, labels and other dialect.
  ...[
    '+++',
    'a: b',
    '---\na: b\n---',
    '> [!warning]\n> a\n\n',
    '> [!a]\n> > [!b]',
    'A: b  ',
    '**A**: b',
    'A : b\nC:d',
    '{.a}',
    '## a {#a}',
  ],
  ...[
    '## a\nb',
    '## a\n### a\n\n',
    '#a',
    '####### a',
    '1.a',
    '*a',
    'a \tb ',
    ':::',
    '::: a',
    'a\n:::',
    ':::a b\nc',
    '{{< a >}}',
    '<% a %>',
    '$$',
    '{% a %}',
  ],
  ...[
    'import a from "b"',
    'import a',
    'export const a = 1',
    'export const a = [',
    'export default {',
    '<A>',
    '<A>\n\n',
    '</A>',
    '{a',
  ],
  ...[
    '{',
    '{/*',
    '<A\n  b',
    '<A>{',
    '> <A>',
    '- <A>',
    '<A b={`',
    '    <A>',
    'export function a() {',
    '//',
    '{a}\n\n',
  ],
]

/** Shapes that a repeated unit cannot make. */
const made: readonly HostileShape[] = [
  shape(
    'unmatched backquotes of every length',
    repeated((at) => `${'`'.repeat((at % 1500) + 1)}a`),
  ),
  shape(
    'stairs of quotes',
    repeated((at) => `${'>'.repeat((at % 99) + 1)}\n`),
  ),
  shape(
    'stairs of quotes without end',
    repeated((at) => `${'>'.repeat(at + 1)}a\n`),
  ),
  shape(
    'stairs of lists',
    repeated((at) => `${' '.repeat(2 * (at % 95))}- a\n`),
  ),
  shape(
    'stairs of lists without end',
    repeated((at) => `${' '.repeat(2 * at)}- a\n`),
  ),
  shape(
    'stairs of numbered lists',
    repeated((at) => `${' '.repeat(3 * (at % 95))}1. a\n`),
  ),
  shape(
    'stairs down',
    repeated((at) => `${'- '.repeat(95 - (at % 95))}a\n`),
  ),
  shape('opened, then closed emphasis', halves(repeated('*a '), repeated('a* '))),
  shape('opened, then closed emphasis in lines', brokenInto(72, halves(repeated('**a '), repeated('a** ')))),
  shape('opened, then closed brackets', halves(repeated('['), repeated(']'))),
  shape('opened, then closed links', halves(repeated('['), repeated('](a)'))),
  shape('opened, then closed links in lines', brokenInto(72, halves(repeated('['), repeated('](a)')))),
  shape('opened, then closed quotes', halves(repeated('>'), repeated('\n\n'))),
  shape('opened, then closed tags', halves(repeated('<b>'), repeated('</b>'))),
  shape('opened, then closed elements', halves(repeated('<A>'), repeated('</A>')), 'mdx'),
  shape('opened, then closed elements in lines', halves(repeated('<A>\n'), repeated('</A>\n')), 'mdx'),
  shape('opened, then closed braces', halves(repeated('{'), repeated('}'))),
  shape('opened, then closed expressions', halves(repeated('{('), repeated(')}')), 'mdx'),
  shape('a sum without end', repeated('a+', '{', 'a}'), 'mdx'),
  shape('calls within calls', halves(repeated('a(', '{'), repeated(')', '', '}')), 'mdx'),
  shape(
    'calls within calls in lines',
    brokenInto(72, halves(repeated('a(', '{'), repeated(')', '', '}'))),
    'mdx',
  ),
  shape('an object in lines', repeated('a: [\n', 'export const a = {\n'), 'mdx'),
  shape(
    'a long import',
    repeated((at) => `a${at}, `, 'import { ', ' } from "a"'),
    'mdx',
  ),
  shape('a long import of one name', repeated('a,\n', 'import {\n', '} from "a"'), 'mdx'),
  shape(
    'elements one within the other',
    halves(
      repeated((at) => `${' '.repeat(at % 80)}<A>\n`),
      repeated((at) => `${' '.repeat(80 - (at % 80))}</A>\n`),
    ),
    'mdx',
  ),
  shape('a wide table', (bytes) => {
    const width = bytes / 4 - 1
    return `${'|a'.repeat(width)}|\n${'|-'.repeat(width)}|\n`
  }),
  shape('a wide table of short rows', (bytes) => {
    const width = Math.min(bytes / 8, 16_000)
    return `${'|a'.repeat(width)}|\n${'|-'.repeat(width)}|\n${'|a\n'.repeat((bytes - 4 * width - 4) / 3)}`
  }),
  shape(
    'a table of 500 columns and short rows',
    repeated('|a\n', `${'|a'.repeat(500)}|\n${'|-'.repeat(500)}|\n`),
  ),
  shape('a table with escaped bars', repeated('|a\\|b|\n', '|a|\n|-|\n')),
  shape('a table without its delimiter row', repeated('|a|b|c|\n', 'a\n\n')),
  shape(
    'many definitions',
    repeated((at) => `[a${at}]: /b\n`),
  ),
  shape(
    'many definitions and their links',
    halves(
      repeated((at) => `[a${at}]: /b\n`),
      repeated((at) => `[c][a${at}]\n`),
    ),
  ),
  shape(
    'many definitions and links to others',
    halves(
      repeated((at) => `[a${at}]: /b\n`),
      repeated((at) => `\n[c][d${at}]\n`),
    ),
  ),
  shape(
    'links to definitions that are not there',
    repeated((at) => `[a][b${at}]\n`),
  ),
  shape('many links to one long definition', halves(repeated('b', '[a]: /', '\n\n'), repeated('[a] '))),
  shape(
    'definitions that differ in case',
    repeated((at) => `[${at % 2 ? 'ẞ' : 'SS'}${'a'.repeat(at % 900)}]: /b\n`),
  ),
  shape(
    'many footnotes',
    halves(
      repeated((at) => `a[^${at}]\n`),
      repeated((at) => `\n[^${at}]: a\n`),
    ),
  ),
  shape(
    'footnotes that name one another',
    repeated((at) => `[^${at}]: a[^${at + 1}]\n\n`),
  ),
  shape(
    'footnotes one within the other',
    repeated((at) => `${'    '.repeat(at % 95)}[^${at}]: a\n\n`),
  ),
  shape(
    'footnotes with a long name',
    repeated((at) => `[^${'a'.repeat((at % 1000) + 1)}]: b\n`),
  ),
  shape('the longest labels', repeated(`[${'a'.repeat(999)}]`)),
  shape('labels that are too long', repeated(`[${'a'.repeat(1100)} `)),
  shape('the same heading', repeated('# a\n\n')),
  shape(
    'headings that look like repeats',
    repeated((at) => `# a-${at % 50}\n\n# a\n\n`),
  ),
  shape(
    'many headings',
    repeated((at) => `# Part ${at}\n\n`),
  ),
  shape(
    'dead fragments beside many headings',
    halves(
      repeated((at) => `# Part ${at}\n\n`),
      repeated((at) => `[a](#prat-${at})\n\n`),
    ),
  ),
  shape(
    'long dead fragments beside long headings',
    halves(
      repeated((at) => `# ${'part '.repeat(30)}${at}\n\n`),
      repeated((at) => `[a](#${'prat-'.repeat(30)}${at})\n\n`),
    ),
  ),
  shape(
    'dead fragments beside many anchors',
    halves(
      repeated((at) => `<a name="b${at}"></a>\n`),
      repeated((at) => `[a](#c${at})\n\n`),
    ),
  ),
  shape(
    'foreign fragments',
    halves(
      repeated((at) => `## ${at}. Part\n\n`),
      repeated((at) => `[a](#x_partie_${at}_y)\n\n`),
    ),
  ),
  shape(
    'missing pictures',
    repeated((at) => `![a](images/${at}.png)\n\n`),
  ),
  shape(
    'missing pages',
    repeated((at) => `[a](../page-${at}/guide.en-gb.md)\n\n`),
  ),
  shape('paths that climb', repeated(`[a](${'../'.repeat(200)}b.md)\n\n`)),
  shape(
    'many comments that silence',
    repeated((at) => `<!-- hexapla-disable link-text -->\n\n[here](#a${at})\n\n`),
  ),
  shape('the same label lines', repeated('Server: a\nPort: 1\n\n')),
  shape(
    'labels in one paragraph',
    repeated((at) => `Label ${at}: value ${at}\n`),
  ),
  shape('words twice', repeated('the the\n')),
  shape('blanks at the ends', repeated('a   \n\n')),
  shape('a long blank end', repeated(' ', 'a', '\nb')),
  shape('a long blank middle', repeated(' ', 'a', 'b')),
  shape('blanks in lines', repeated(`${' '.repeat(500)}a\n`)),
  shape('tabs before text', repeated(`${'\t'.repeat(500)}a\n`, '- a\n')),
  shape('a fence that is never closed', repeated('a\n', '```\n')),
  shape('a fence with a long info', repeated('a ', '```', '\na\n```')),
  shape('a comment that is never closed', repeated('a\n', '<!--\n')),
  shape('many comments that are never closed', repeated('a <!-- b\n')),
  shape('a tag that is never closed', repeated('a="b"\n', '<a\n')),
  shape(
    'callouts within callouts',
    repeated((at) => `${'> '.repeat((at % 90) + 1)}[!warning]\n`),
  ),
  shape('a byte order mark in the middle', repeated('a\n\uFEFF# b\n')),
  shape('line ends of every kind', repeated('a\rb\r\nc\n\r\n')),
  shape('lone carriage returns in lists', repeated('- a\r> b\r')),
  shape('halves of surrogate pairs', repeated('a\uD83D*b\uDE00_')),
  shape('accents without end', repeated('\u0301', 'e')),
  shape('ideographs with emphasis', repeated('**漢。**漢')),
  shape('a long address', repeated('a', 'https://www.example.com/')),
  shape('a long address in a link', repeated('a', '[a](https://www.example.com/', ')')),
  shape('a long address in brackets', repeated('%20', '[a](<https://www.example.com/', '>)')),
  shape('a long title', repeated('a\n', '[a](b "', '")')),
  shape('a long title in brackets, ended as on Windows', repeated('a\r\n', '![a](<b c>\r\n(', '))')),
  shape('a long title that is never closed', repeated('a\n', "[a](b '")),
  shape('a long title of a definition', repeated('a\n', '[a]: b "', '"')),
  shape('a long alternative text', repeated('a\n', '![', '](b)')),

  shape('front matter: open lists', front('[', 'a: ')),
  shape('front matter: open lists in lines', front('[\n', 'a: ')),
  shape('front matter: open maps', front('{a: ', 'a: ')),
  shape('front matter: lists within lists', front('- ')),
  shape(
    'front matter: lists within lists in lines',
    repeated((at) => `${' '.repeat(at)}-\n`, fence, fence),
  ),
  shape(
    'front matter: maps within maps',
    repeated((at) => `${' '.repeat(at)}a:\n`, fence, fence),
  ),
  shape('front matter: keys that are questions', front('? ')),
  shape('front matter: tags', front('!a ', 'a: ')),
  shape('front matter: anchors', front('&a ', 'a: ')),
  shape('front matter: aliases', front('*a,', 'b: &a c\nd: [', ']')),
  shape('front matter: aliases as keys', front('? *a\n', 'b: &a c\n')),
  shape(
    'front matter: many keys',
    repeated((at) => `a${at}: b\n`, fence, fence),
  ),
  shape('front matter: one key again and again', front('a: b\n')),
  shape(
    'front matter: misspelt keys',
    repeated((at) => `titel${at}: b\n`, fence, fence),
  ),
  shape('front matter: a long value', front('a', 'a: ')),
  shape('front matter: a long text', front('  a\n', 'a: |\n')),
  shape('front matter: a long folded text', front('  a\n\n', 'a: >\n')),
  shape('front matter: a quotation without end', front('a\n', 'a: "')),
  shape('front matter: escapes', front('\\', 'a: "', '"')),
  shape('front matter: broken escapes', front('\\x', 'a: "', '"')),
  shape('front matter: comments', front('# a\n')),
  shape('front matter: colons', front(': ')),
  shape('front matter: documents', front('...\n')),
  shape('front matter: directives', front('%YAML 1.2\n')),
  shape('front matter: tabs', front('\t', 'a:\n')),
  shape('front matter: without end', repeated('a: b\n', fence)),
  shape('front matter: again and again', repeated(`${fence}a: b\n${fence}`)),
  shape('front matter: JavaScript', repeated('a = 1\n', '---js\n', fence)),
  shape('front matter: TOML', repeated('a = [[\n', '+++\n', '+++\n')),
  shape('front matter: TOML tables', repeated('[a.b]\n', '+++\n', '+++\n')),
  shape('front matter: TOML dots', repeated('a.', '+++\n', 'a = 1\n+++\n')),
  shape('front matter: an alias bomb', (bytes) => {
    const levels = Array.from(
      { length: 9 },
      (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`,
    )
    return repeated('a\n', `${fence}a0: &a0 [lol, lol]\n${levels.join('\n')}\n${fence}`)(bytes)
  }),
  shape('front matter: an alias bomb of merges', (bytes) => {
    const levels = Array.from({ length: 40 }, (_, at) => `a${at + 1}: &a${at + 1} { <<: [*a${at}, *a${at}] }`)
    return repeated('a\n', `${fence}a0: &a0 { b: c }\n${levels.join('\n')}\n${fence}`)(bytes)
  }),
]

/** Every shape there is. */
const hostileShapes: readonly HostileShape[] = [
  ...runs.flatMap((unit) => [
    shape(`${visible(unit)} in one line`, repeated(unit)),
    shape(`${visible(unit)} in short lines`, brokenInto(72, repeated(unit))),
    shape(`${visible(unit)} in long lines`, brokenInto(60_000, repeated(unit))),
  ]),
  ...lines.map((line) => shape(`lines of ${visible(line)}`, repeated(`${line}\n`))),
  ...made,
]

/** Those that are meant for a format. */
export function hostileShapesOf(format: 'md' | 'mdx'): HostileShape[] {
  return hostileShapes.filter((shape) => (shape.format ?? format) === format)
}

const sliceSize = 100

/** Shapes in slices, for a test each: none takes so long that nobody knows whether it still works. */
export function slicesOf(shapes: readonly HostileShape[]): [name: string, slice: HostileShape[]][] {
  return Array.from({ length: Math.ceil(shapes.length / sliceSize) }, (_, at) => {
    const slice = shapes.slice(at * sliceSize, (at + 1) * sliceSize)
    return [`shapes ${at * sliceSize + 1} to ${at * sliceSize + slice.length}`, slice]
  })
}
