import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { FactsReader } from '../../src/io/facts-reader.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * The reader, built: from its sources a thread takes a second and a half to start, from few files a tenth of that. It
 * finds no native parser where it is built.
 */
export async function builtFactsReader(): Promise<typeof FactsReader> {
  const outdir = mkdtempSync(join(tmpdir(), 'reader-'))
  await build({
    absWorkingDir: root,
    entryPoints: ['src/io/facts-reader.ts', 'src/io/remark-worker.ts'],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url)`,
    },
  })
  const built = (await import(pathToFileURL(join(outdir, 'facts-reader.mjs')).href)) as {
    readonly FactsReader: typeof FactsReader
  }
  return built.FactsReader
}
