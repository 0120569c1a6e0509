import { ciphersFrom, inherited, roleFrom, spread } from './attribution.ts'
import { ciphersIn, type Cipher } from './cipher.ts'
import { combinedRole, roleWordOf, type Role, type RoleWord } from './role.ts'
import { sidesOf } from './sides.ts'
import { means, type Token } from './token.ts'
import { listsIn, valuesIn, type Expectation, type Value } from './value-lists.ts'

/** Values that are named together, `993 or 143`, with what their sentence says of them. */
export interface List {
  readonly values: readonly Value[]
  readonly role?: Role
  /** The words that tell the role. */
  readonly roleWords: readonly RoleWord[]
  /** Words before that tell another role: `Incoming port: the port for outgoing mail: 465`. */
  readonly otherWords: readonly RoleWord[]
  /** What is said of the encryption of each value. */
  readonly ciphers: readonly (Cipher | undefined)[]
}

/** What a sentence, a line or a cell says. */
export interface Clause {
  readonly lists: readonly List[]
  readonly ciphers: readonly Cipher[]
  readonly roleWords: readonly RoleWord[]
  /** The role that all of its words tell together. */
  readonly role?: Role
  /** Whether its values are named as examples alone. */
  readonly isExample: boolean
  readonly isOfServer: boolean
}

/** Reads one sentence: its values, and which words of it speak of which. */
export function clauseOf(tokens: readonly Token[], expected: Expectation): Clause {
  const ciphers = ciphersIn(tokens)
  const roleWords = roleWordsIn(tokens)
  const role = combinedRole(roleWords)
  const isExample = tokens.some((token) => means(token, 'example'))
  const isOfServer = tokens.some((token) => means(token, 'server'))
  const lists = tokens.some(({ kind }) => kind === 'number' || kind === 'host')
    ? listsOf(tokens, expected, ciphers, roleWords)
    : []
  return { lists, ciphers, roleWords, ...(role && { role }), isExample, isOfServer }
}

function roleWordsIn(tokens: readonly Token[]): RoleWord[] {
  const words: RoleWord[] = []
  for (const [at, token] of tokens.entries()) {
    const word = roleWordOf(token, at)
    if (word) words.push(word)
  }
  return words
}

/** The values of a sentence, each list with the words of it that speak of it. */
function listsOf(
  tokens: readonly Token[],
  expected: Expectation,
  ciphers: readonly Cipher[],
  roleWords: readonly RoleWord[],
): List[] {
  const isOfSettings =
    ciphers.length > 0 || tokens.some((token) => means(token, 'server', 'port', 'encryption'))
  const known = tokens.filter((token) => token.kind === 'number' && expected.knows(String(token.value)))
  const likely =
    expected.likely ||
    isOfSettings ||
    known.length > 1 ||
    roleWords.some(({ protocol }) => protocol !== undefined)
  const groups = listsIn(tokens, valuesIn(tokens, { ...expected, likely }))
  if (groups.length === 0) return []
  const spans = groups.map((values) => ({ from: values[0]?.at ?? 0, to: values.at(-1)?.at ?? 0 }))
  const roleSides = sidesOf(
    tokens,
    spans,
    roleWords.map((word) => ({ ...word, from: word.at, to: word.at })),
  )
  // Hosts are not encrypted; ports are.
  const hasPorts = groups.map((values) => values.some(({ kind }) => kind === 'port'))
  const isOfPorts = hasPorts.includes(true)
  const portSpans = spans.filter((_, index) => !isOfPorts || hasPorts[index])
  const portSides = sidesOf(tokens, portSpans, ciphers)
  const cipherSides = spans.map((span) => portSides[portSpans.indexOf(span)] ?? { before: [], behind: [] })
  // `993 for IMAP and 995 for POP3 use SSL` names two of a kind; `If 465 fails, use 587 with STARTTLS` does not.
  const isParallel = (index: number): boolean => {
    const between = tokens.slice((spans[index]?.to ?? 0) + 1, spans[index + 1]?.from)
    return between.some((token) => means(token, 'and', 'or') || roleWordOf(token, 0) !== undefined)
  }
  const roles = inherited(
    roleSides.map((sides) => roleFrom(sides, tokens)),
    (found) => found.words.length > 0,
    isParallel,
  )
  const found = inherited(
    cipherSides.map((sides, index) => ciphersFrom(sides, groups[index] ?? [], tokens)),
    (each) => each.ciphers.length > 0,
    isParallel,
  )
  return groups.map((values, index): List => {
    const own = roles[index]
    return {
      values,
      ...(own?.role && { role: own.role }),
      roleWords: own?.words ?? [],
      otherWords: own?.others ?? [],
      ciphers: spread(found[index]?.ciphers ?? [], values.length),
    }
  })
}
