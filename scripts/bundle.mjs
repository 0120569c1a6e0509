// Puts the program and the packages that it is made of into a few files in `dist/`, since Node takes longer to find
// and load a hundred small ones than to lint a page. Parts that not every command needs stay apart and load late.
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

rmSync(join(root, 'dist'), { recursive: true, force: true })
const { metafile } = await build({
  absWorkingDir: root,
  // Everything lies in one folder, so that a worker's file is found beside whatever starts it.
  entryPoints: [
    { in: 'src/index.ts', out: 'index' },
    { in: 'src/cli/main.ts', out: 'cli/main' },
    { in: 'src/io/remark-worker.ts', out: 'cli/remark-worker' },
    { in: 'src/run/near-worker.ts', out: 'cli/near-worker' },
  ],
  outdir: 'dist',
  chunkNames: 'cli/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  // Node shows the line that an error comes from.
  lineLimit: 160,
  external: [...Object.keys(manifest.optionalDependencies ?? {})],
  // Packages in CommonJS ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
  // What one build remembers is nothing to another.
  define: { 'process.env.HEXAPLA_BUILD': JSON.stringify(process.argv[2] ?? '') },
  metafile: true,
  logLevel: 'warning',
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
const inputs = [metafile, interfaceFile].flatMap((each) => Object.keys(each.inputs))
writeFileSync(join(root, 'dist/third-party-licenses.txt'), licensesOf(inputs))

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
