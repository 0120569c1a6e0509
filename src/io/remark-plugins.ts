import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unified, type Pluggable, type Preset, type Processor } from 'unified'
import { VFile } from 'vfile'
import { formatOf } from '../corpus/document.ts'
import type { PluginMessage } from '../markdown/plugin-tree.ts'
import { loadNativeParse, loadRemarkParse, remarkTriggerIn, type Parse } from '../markdown/parse.ts'
import { treeForPlugins } from '../markdown/plugin-tree.ts'
import { ParseRefusal } from '../markdown/refusal.ts'
import { isWithin } from './files.ts'

/** A plugin that was named cannot be used; the message says why. */
class PluginProblem extends Error {
  override readonly name = 'PluginProblem'
}

/** Plugins of remark, loaded from a repository's own `node_modules`: this runs its code. */
export class RemarkPlugins {
  readonly #processor: Processor
  readonly #native: Parse | undefined
  readonly #remark: Parse

  private constructor(processor: Processor, native: Parse | undefined, remark: Parse) {
    this.#processor = processor
    this.#native = native
    this.#remark = remark
  }

  /** @throws PluginProblem where one is not there, or is none. */
  static async open(
    root: string,
    plugins: Readonly<Record<string, unknown>>,
    parser: 'auto' | 'native' | 'remark',
  ): Promise<RemarkPlugins> {
    const processor = unified()
    for (const [name, options] of Object.entries(plugins)) {
      const plugin = await load(root, name)
      // A plugin that is off may be one that a preset before it brings.
      if (typeof plugin === 'function') use(processor, [plugin, options] as Pluggable)
      else if (options !== false) processor.use(plugin)
    }
    const native = parser === 'remark' ? undefined : await loadNativeParse()
    return new RemarkPlugins(processor.freeze(), native, await loadRemarkParse())
  }

  /** What the plugins say of a text. */
  async run(text: string, path: string): Promise<readonly PluginMessage[]> {
    // remark takes a byte order mark off before it counts.
    const body = text.startsWith('\ufeff') ? text.slice(1) : text
    const file = new VFile({ path, value: body })
    const format = formatOf(path)
    const tree = this.#tree(body, format)
    try {
      await this.#processor.run(tree, file)
    } catch (error) {
      if (!file.messages.some((message) => message === error))
        throw new PluginProblem(`Unexpected failure of a plugin in \`${path}\`: ${wordsOf(error)}`)
    }
    return file.messages
  }

  #tree(body: string, format: Parameters<Parse>[1]): ReturnType<typeof treeForPlugins> {
    if (this.#native && remarkTriggerIn(body, format) === undefined) {
      try {
        return treeForPlugins(body, format, this.#native)
      } catch (error) {
        if (!(error instanceof ParseRefusal)) throw error
      }
    }
    return treeForPlugins(body, format, this.#remark)
  }
}

function use(processor: Processor, plugin: Pluggable): void {
  processor.use([plugin])
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

type Loaded = Extract<Pluggable, (...input: never) => unknown> | Preset

/** Loads a package by its name from the root's `node_modules`, and from nowhere else. */
async function load(root: string, name: string): Promise<Loaded> {
  if (!/^(?:@[\w.-]+\/)?[\w-][\w.-]*$/.test(name))
    throw new PluginProblem(`Unexpected plugin \`${name}\`, expected the name of a package`)
  const folder = join(root, 'node_modules', name)
  let entry: string
  try {
    entry = realpathSync(join(folder, entryOf(folder)))
  } catch {
    throw new PluginProblem(
      `Unexpected absence of the plugin \`${name}\`, expected it in \`node_modules\` beside the config (\`npm install --save-dev ${name}\`)`,
    )
  }
  if (!isWithin(realpathSync(root), entry))
    throw new PluginProblem(
      `Unexpected place of the plugin \`${name}\`, expected it below \`node_modules\` beside the config`,
    )
  let module: { default?: unknown }
  try {
    module = (await import(pathToFileURL(entry).href)) as { default?: unknown }
  } catch (error) {
    throw new PluginProblem(`Unexpected failure of the plugin \`${name}\`: ${wordsOf(error)}`)
  }
  const { default: plugin } = module
  if (typeof plugin === 'function' || (typeof plugin === 'object' && plugin !== null && 'plugins' in plugin))
    return plugin as Loaded
  throw new PluginProblem(`Unexpected package \`${name}\`, expected a plugin of remark`)
}

interface Manifest {
  readonly exports?: unknown
  readonly main?: string
}

/** The file that `import` would take. */
function entryOf(folder: string): string {
  const { exports, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  return targetOf(exports) ?? main ?? 'index.js'
}

function targetOf(exports: unknown): string | undefined {
  if (typeof exports === 'string') return exports
  if (typeof exports !== 'object' || exports === null) return undefined
  for (const key of ['.', 'node', 'import', 'default']) {
    const found = key in exports ? targetOf(Reflect.get(exports, key)) : undefined
    if (found !== undefined) return found
  }
  return undefined
}
