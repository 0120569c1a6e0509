import { relative } from 'node:path'
import { fileInTheWayOf } from '../io/kind-below.ts'

/** What went wrong with a file, by the code of Node's error: the words around the file's name. */
const sentences: Readonly<Record<string, (place: string) => string>> = {
  EACCES: (place) => `Unexpected refusal to open ${place}, expected permission for it`,
  EPERM: (place) => `Unexpected refusal to change ${place}, expected permission for it`,
  EISDIR: (place) => `Unexpected folder ${place}, expected a file`,
  ENOTDIR: (place) => `Unexpected file ${place}, expected a folder`,
  ENOENT: (place) => `Unexpected absence of ${place}, expected it to stay while the program runs`,
  ELOOP: (place) => `Unexpected circle of symbolic links at ${place}, expected a file`,
  ENOSPC: (place) => `Unexpected end of the room on the disk at ${place}, expected some to be left`,
  EROFS: (place) => `Unexpected read-only disk at ${place}, expected one that can be written`,
  EMFILE: (place) => `Unexpected limit of open files at ${place}, expected a higher one (\`ulimit -n\`)`,
  ERR_ENCODING_INVALID_ENCODED_DATA: (place) => `Unexpected bytes in ${place}, expected UTF-8`,
}

/** An error of the system as a person should read it; undefined where it is none, but a defect of the program. */
export function systemErrorWords(error: unknown, path?: string): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  const own = 'path' in error && typeof error.path === 'string' ? error.path : undefined
  // Of a path through a file, the file is what stands in the way.
  const meant = error.code === 'ENOTDIR' && own !== undefined ? (fileInTheWayOf(own) ?? own) : own
  const place = path ?? (meant === undefined ? undefined : shown(meant))
  const sentence = sentences[error.code]
  return sentence && place !== undefined ? sentence(`\`${place}\``) : error.message
}

/** Paths below the working folder are shown from there. */
function shown(path: string): string {
  const near = relative(process.cwd(), path)
  return near === '' || near.startsWith('..') ? path : near
}
