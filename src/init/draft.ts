import { stringify } from 'yaml'
import type { PresetName } from '../corpus/config.ts'
import type { Layout } from '../corpus/layout.ts'
import type { Locale } from '../corpus/locale.ts'
import type { SlugAlgorithm } from '../markdown/slug.ts'
import type { TakeOver } from './take-over.ts'

/** Something that was decided, and why. */
export interface Choice<Value> {
  readonly value: Value
  readonly why: string
  /** Whether someone should say if it is right. */
  readonly isGuess?: true
}

/** All that a config needs to say of a repository. */
export interface Choices {
  readonly preset: Choice<PresetName> | undefined
  readonly source: Choice<Locale> | undefined
  readonly locales: readonly Choice<Locale>[]
  /** Locales with too few documents to ask every guide for. */
  readonly partial: readonly Choice<Locale>[]
  readonly aliases: readonly Choice<readonly [Locale, string]>[]
  readonly layouts: readonly (Choice<Layout> & { readonly urlWhy?: string })[]
  readonly public: readonly Choice<string>[]
  readonly slugs: Choice<SlugAlgorithm> | undefined
  /** Whether other keys may stand, and whether each document must have a title. */
  readonly frontMatter: Choice<{ readonly isOpen: boolean; readonly isTitled: boolean }> | undefined
  readonly exclude: readonly Choice<string>[]
  readonly takeOver: TakeOver
}

const head = `# yaml-language-server: $schema=./node_modules/hexapla/docs/schema/config.schema.json
# Made by \`hexapla init\` from what lies here: change what it got wrong.
`

/** The text of a config, with a comment on each choice. */
export function draftConfig(choices: Choices): string {
  const { preset, source, locales, partial, aliases, layouts, slugs, frontMatter, exclude, takeOver } =
    choices
  const blocks = [
    preset
      ? [note(preset.why), `extends: [${preset.value}]`]
      : ['# No kind of site was recognised: `hexapla explain` lists the rules.', 'extends: [recommended]'],
    source ? [note(source.why), `source: ${scalar(source.value)}`] : [],
    locales.length > 0
      ? [
          note('The locales that every guide should be in'),
          'locales:',
          ...locales.map(item),
          ...partial.map(({ value, why }) => `  ${note(`${value}: ${why}`)}`),
        ]
      : [],
    aliases.length > 0
      ? [
          note('Names of locales that are no BCP 47 tags, with the nearest ones: a guess'),
          'aliases:',
          ...aliases.map(({ value: [name, tag] }) => `  ${scalar(name)}: ${scalar(tag)}`),
        ]
      : [],
    ['layouts:', ...layouts.flatMap(layoutLines)],
    choices.public.length > 0
      ? [note('Where addresses such as `/img/x.png` are served from'), 'public:', ...choices.public.map(item)]
      : [],
    slugs ? [note(slugs.why), `slugs: ${slugs.value}`] : [],
    frontMatter ? frontMatterLines(frontMatter) : [],
    exclude.length > 0
      ? [note('No layout fits these, or another linter leaves them out'), 'exclude:', ...exclude.map(item)]
      : [],
    ruleLines(takeOver),
    remarkLines(takeOver),
    leftLines(takeOver),
  ]
  return (
    [head.trimEnd(), ...blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))].join(
      '\n\n',
    ) + '\n'
  )
}

function item({ value, why }: Choice<string>): string {
  return `  - ${scalar(value)}${why === '' ? '' : ` ${note(why)}`}`
}

function layoutLines({ value, why, urlWhy }: Choices['layouts'][number]): string[] {
  const { files, url, base, locale } = value
  return [
    `  ${note(why)}`,
    `  - files: ${scalar(files)}`,
    ...(locale === undefined ? [] : [`    locale: ${scalar(locale)}`]),
    ...(url === undefined
      ? []
      : [`    url: ${scalar(url)}${urlWhy === undefined ? '' : ` ${note(urlWhy)}`}`]),
    ...(base === undefined ? [] : [`    base: ${scalar(base)}`]),
  ]
}

function frontMatterLines({ value, why }: NonNullable<Choices['frontMatter']>): string[] {
  return [
    note(why),
    'frontMatter:',
    '  guide:',
    ...(value.isOpen ? ['    unknown: allow'] : []),
    '    keys:',
    `      title: { type: [string, number, date], required: ${value.isTitled} }`,
  ]
}

function ruleLines({ rules }: TakeOver): string[] {
  if (rules.length === 0) return []
  const byRule = new Map<string, TakeOver['rules'][number][]>()
  for (const each of rules) byRule.set(each.rule, [...(byRule.get(each.rule) ?? []), each])
  return [
    note('Taken over from the other linters'),
    'rules:',
    ...Array.from(byRule, ([rule, all]) => {
      const severity = (all.find((each) => each.severity !== 'off') ?? all[0])?.severity ?? 'warning'
      return `  ${rule}: ${severity} ${note(all.map(({ from }) => from).join(', '))}`
    }),
  ]
}

function remarkLines({ remark }: TakeOver): string[] {
  if (Object.keys(remark).length === 0) return []
  return [note('These run only with `--allow-plugins`, from your own `node_modules`'), yamlOf({ remark })]
}

function leftLines({ files, left }: TakeOver): string[] {
  if (files.length === 0 && left.length === 0) return []
  return [
    note(`Looked at for what could be taken over: ${files.length === 0 ? 'nothing' : files.join(', ')}`),
    ...left.map((each) => note(`Not taken over: ${each}`)),
  ]
}

/** A comment on one line, whatever it quotes. */
function note(words: string): string {
  return `# ${words.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')}`
}

function scalar(value: string): string {
  return stringify(value, { lineWidth: 0 }).trimEnd()
}

function yamlOf(value: object): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd()
}
