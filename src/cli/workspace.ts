import { basename, dirname, join, resolve } from 'node:path'
import { defaultConfig, type Config } from '../corpus/config.ts'
import { cacheFolderOf } from '../io/cache-files.ts'
import { configName, findConfig, kindOf, namesIn, readConfig, type ConfigFile } from '../io/config-file.ts'
import { openConfigMemory } from '../io/config-memory.ts'
import { isWithin, pathWithin } from '../io/files.ts'
import { nearestOf } from '../text/nearest.ts'
import { unusable, UsageError } from './usage.ts'

/** Where a command works, and by which config. */
export interface Workspace {
  /** The folder that holds the corpus; nothing outside it is written. */
  readonly root: string
  readonly config: Config
  /** The files and folders that were named, relative to the root; `''` is the root. */
  readonly targets: readonly string[]
}

/**
 * Finds root and config for the paths of a command line; the working folder where none is named. The path of a text on
 * stdin need not exist. A config below which the cache lies may be remembered there.
 */
export async function openWorkspace(
  cwd: string,
  paths: readonly string[],
  configPath: string | undefined,
  {
    stdinPath,
    isRemembered = false,
  }: { readonly stdinPath?: string | undefined; readonly isRemembered?: boolean } = {},
): Promise<Workspace> {
  const named =
    stdinPath === undefined
      ? await Promise.all((paths.length === 0 ? ['.'] : paths).map((path) => existing(cwd, path)))
      : [{ path: resolve(cwd, stdinPath), kind: 'file' as const }]
  const folders = named.map(({ path, kind }) => (kind === 'file' ? dirname(path) : path))
  const shared = stdinPath === undefined ? folders.reduce(commonFolder) : await folderAbove(folders[0] ?? cwd)
  const file = configPath === undefined ? await findConfig(shared) : await namedConfig(cwd, configPath)
  const root =
    file && isWithin(file.folder, shared)
      ? file.folder
      : isWithin(cwd, shared) && configPath !== undefined
        ? cwd
        : shared
  const memory =
    file && isRemembered && root === file.folder
      ? openConfigMemory(cacheFolderOf(root), file.text)
      : undefined
  const known = memory?.load()
  const own = known ?? (file ? await read(file, cwd) : defaultConfig)
  if (!known) memory?.keep(own)
  const config = await withLabels(root, await withGlossary(root, own))
  return { root, config, targets: named.map(({ path }) => pathWithin(root, path)) }
}

/** The config with the words of the help centre, where it has any. */
async function withGlossary(root: string, config: Config): Promise<Config> {
  if ((await kindOf(join(root, config.glossary))) !== 'file' && config.glossary === defaultConfig.glossary)
    return config
  const { openGlossary } = await import('./glossary.ts')
  const terms = await openGlossary(root, config)
  return terms ? { ...config, terms } : config
}

/** The config with what the product's interface says, where it names files of that. */
async function withLabels(root: string, config: Config): Promise<Config> {
  if (config.labels.length === 0) return config
  const { openLabels } = await import('./labels.ts')
  return { ...config, strings: openLabels(root, config) }
}

/** A folder, or the nearest one above it that exists. */
async function folderAbove(folder: string): Promise<string> {
  return (await kindOf(folder)) === 'folder' || dirname(folder) === folder
    ? folder
    : folderAbove(dirname(folder))
}

async function existing(cwd: string, given: string): Promise<{ path: string; kind: 'file' | 'folder' }> {
  const path = resolve(cwd, given)
  const kind = given === '' ? undefined : await kindOf(path)
  if (kind) return { path, kind }
  throw new UsageError(
    `Unexpected path \`${given}\`, expected ${(await nearestPath(cwd, given)) ?? 'a file or folder that exists'}`,
  )
}

/** The path beside the given one that it may be a slip of. */
async function nearestPath(cwd: string, given: string): Promise<string | undefined> {
  if (given === '') return undefined
  const path = resolve(cwd, given)
  const near = nearestOf(basename(path), await namesIn(dirname(path)))
  return near === undefined ? undefined : `\`${join(dirname(given), near)}\``
}

async function namedConfig(cwd: string, given: string): Promise<ConfigFile> {
  const path = resolve(cwd, given)
  const isFolder = (await kindOf(path)) === 'folder'
  const file = isFolder ? undefined : await readConfig(path)
  if (file) return file
  const within = isFolder && (await kindOf(join(path, configName))) === 'file'
  const near = within
    ? `\`${join(given, configName)}\``
    : isFolder
      ? undefined
      : await nearestPath(cwd, given)
  throw new UsageError(
    `Unexpected ${isFolder ? 'folder' : 'path'} \`${given}\` for \`--config\`, expected ${near ?? `a file such as \`${configName}\``}`,
  )
}

async function read(file: ConfigFile, cwd: string): Promise<Config> {
  const { rules } = await import('../lint/rules/index.ts')
  const { parseConfig } = await import('../corpus/parse-config.ts')
  const path = pathWithin(cwd, file.path)
  const known = new Map(rules.map((rule) => [rule.id, rule.options]))
  const result = parseConfig(file.text, { rules: known }, path)
  if ('config' in result) return result.config
  throw unusable('config', result.problems, file.text)
}

function commonFolder(a: string, b: string): string {
  let folder = a
  while (!isWithin(folder, b)) folder = dirname(folder)
  return folder
}

/** True where a path is one of the targets, or lies in one of them. */
export function isTarget(path: string, targets: readonly string[]): boolean {
  return targets.some((target) => target === '' || path === target || path.startsWith(`${target}/`))
}
