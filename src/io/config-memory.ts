import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Config } from '../corpus/config.ts'
import { hashOf } from '../text/edit.ts'
import { build } from './build.ts'
import { makeCacheFolder } from './cache-files.ts'
import { readSealed, writeSealed } from './sealed-lines.ts'

/** What a config's text means to this build of the program, kept in a folder: the code that reads it takes long to load. */
export interface ConfigMemory {
  /** Undefined where nothing is known of this very text. */
  readonly load: () => Config | undefined
  readonly keep: (config: Config) => void
}

/** Caches beside it are told from it by the dot. */
const fileName = '.config'

/** Opens the memory of a text in a folder. */
export function openConfigMemory(folder: string, text: string): ConfigMemory {
  const path = join(folder, fileName)
  const key = hashOf(`${build}\n${text}`)
  return {
    load: () => {
      const [name, config] = readSealed(path) ?? []
      return config && String(name) === key ? (JSON.parse(String(config)) as Config) : undefined
    },
    keep: (config) => {
      const json = JSON.stringify(config)
      if (!isDeepStrictEqual(JSON.parse(json), config) || !makeCacheFolder(folder)) return
      try {
        writeSealed(path, [key, json])
      } catch {
        // Nothing is lost where the disk is full: the text is read again.
      }
    },
  }
}
