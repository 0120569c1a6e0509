// Puts the program and the packages that it is made of into a few files in `dist/`, since Node takes longer to find
// and load a hundred small ones than to lint a page. Parts that not every command needs stay apart and load late.
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { build as bundle } from 'rolldown'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

rmSync(join(root, 'dist'), { recursive: true, force: true })
const program = await bundle({
  cwd: root,
  // Everything lies in one folder, so that a worker's file is found beside whatever starts it.
  input: {
    index: 'src/index.ts',
    'cli/main': 'src/cli/main.ts',
    'cli/remark-worker': 'src/io/remark-worker.ts',
    'cli/near-worker': 'src/run/near-worker.ts',
    'cli/parts-worker': 'src/run/parts-worker.ts',
  },
  platform: 'node',
  external: [...Object.keys(manifest.optionalDependencies ?? {})],
  plugins: [withoutLocaleTables()],
  transform: {
    target: 'node20',
    // What one build remembers is nothing to another.
    define: { 'process.env.HEXAPLA_BUILD': JSON.stringify(process.argv[2] ?? '') },
  },
  // Reporters are named together where the help lists them, and loaded one by one where they print.
  checks: { ineffectiveDynamicImport: false },
  output: {
    dir: join(root, 'dist'),
    format: 'esm',
    chunkFileNames: 'cli/[name]-[hash].js',
    // Node shows the line that an error comes from, and the names on the way there.
    minify: { compress: true, mangle: false, codegen: false },
    codeSplitting: { groups: loadedTogether() },
  },
})

// The interface of the preview: one script and one style for browsers.
const { metafile: interfaceFile } = await build({
  absWorkingDir: root,
  entryPoints: [
    { in: 'src/preview/ui/main.tsx', out: 'ui' },
    { in: 'src/preview/ui/style/ui.css', out: 'ui' },
  ],
  outdir: 'dist/preview',
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: ['chrome123', 'firefox120', 'safari17.5'],
  tsconfig: 'src/preview/ui/tsconfig.json',
  metafile: true,
  logLevel: 'warning',
})
const ours = program.output.flatMap((part) => (part.type === 'chunk' ? Object.keys(part.modules) : []))
const inputs = [...ours.map((path) => relative(root, path)), ...Object.keys(interfaceFile.inputs)]
writeFileSync(join(root, 'dist/third-party-licenses.txt'), licensesOf(inputs))

/**
 * What a lint loads is one file where nothing has changed, and one more where it looks at documents: as eighty files
 * they took a third longer.
 */
function loadedTogether() {
  return [
    {
      name: 'start',
      test: /[\\/]src[\\/](?:cli[\\/]lint[\\/]lint|run[\\/]run|report[\\/]stylish)\.ts$/,
      priority: 2,
    },
    { name: 'look', test: /[\\/]src[\\/](?:run[\\/]look|lint[\\/]rules[\\/]index)\.ts$/, priority: 1 },
  ]
}

/** Slugs are transliterated by no locale's table, and to make patterns of all of them takes as long as a page. */
function withoutLocaleTables() {
  const id = /@sindresorhus[\\/]transliterate[\\/]locale-replacements\.js$/
  return { name: 'without-locale-tables', load: { filter: { id }, handler: () => 'export default {}' } }
}

/** The licences of the packages whose files were put in. @param {string[]} inputs */
function licensesOf(inputs) {
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [])
  return [...new Set(folders)]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
      const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e/i.test(each))
      const words = file === undefined ? '' : `\n${readFileSync(join(root, folder, file), 'utf8').trim()}\n`
      return `${name} ${version}: ${license}\n${words}`
    })
    .join('\n')
}
