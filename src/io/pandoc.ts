import { spawn } from 'node:child_process'

/** Pandoc, where it is on the path. */
export interface PandocProgram {
  readonly formats: readonly string[]
  /** The version of its tree: `[1, 22, 2, 1]`. */
  readonly apiVersion: readonly number[]
  readonly convert: (tree: string, format: string, title: string) => Promise<Uint8Array>
}

/** Asks an installed pandoc what it can write; undefined where there is none. */
export async function findPandoc(): Promise<PandocProgram | undefined> {
  try {
    const [formats, empty] = await Promise.all([
      run(['--list-output-formats'], ''),
      run(['--from', 'html', '--to', 'json'], ''),
    ])
    const tree = JSON.parse(empty.toString()) as { readonly 'pandoc-api-version': readonly number[] }
    return {
      formats: formats.toString().split('\n').filter(Boolean),
      apiVersion: tree['pandoc-api-version'],
      convert,
    }
  } catch {
    return undefined
  }
}

/** The tree names no file and no picture elsewhere, so nothing is read or fetched; `SOURCE_DATE_EPOCH` keeps the bytes the same. */
function convert(tree: string, format: string, title: string): Promise<Uint8Array> {
  const options = ['--standalone', '--from', 'json', '--to', format, '--output', '-']
  return run([...options, '--metadata', `pagetitle=${title}`], tree)
}

function run(words: readonly string[], input: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('pandoc', words, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, SOURCE_DATE_EPOCH: '0', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    })
    const output: Buffer[] = []
    const complaints: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output))
      else reject(new PandocFailed(Buffer.concat(complaints).toString().trim().split('\n')[0] ?? ''))
    })
    // A program that ends early is told by its exit code.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

/** Pandoc could not make a document; the message holds its words. */
export class PandocFailed extends Error {
  override readonly name = 'PandocFailed'
}
