import { resolve } from 'node:path'
import { KitFault } from '../../exchange/kit.ts'
import { kindOf } from '../../io/config-file.ts'
import { openKitFile, WrongEncoding, type OpenKitFile } from '../../io/kit-file.ts'
import { UsageError } from '../usage.ts'

/** Reads a kit or a translation memory that was named on the command line. @throws UsageError that names it, where it cannot be read. */
export async function readGivenKit<Content>(
  cwd: string,
  name: string,
  read: (file: OpenKitFile) => Promise<Content>,
): Promise<Content> {
  const path = resolve(cwd, name)
  const kind = await kindOf(path)
  if (kind === 'folder')
    throw new UsageError(
      `Unexpected folder \`${name}\`, expected the files in it: \`${name.replace(/\/$/, '')}/*\``,
    )
  if (kind === undefined) throw new UsageError(`Unexpected path \`${name}\`, expected a file that exists`)
  try {
    return await read(await openKitFile(path))
  } catch (error) {
    throw faultOf(error, name)
  }
}

function faultOf(error: unknown, name: string): unknown {
  if (error instanceof KitFault)
    return new UsageError(`${name}:${error.line}  ${error.reason}; nothing of it was taken`)
  if (error instanceof WrongEncoding)
    return new UsageError(`${name}  ${error.message}; nothing of it was taken`)
  // What the decoder throws for bytes that are none of the encoding, and for an encoding that it does not know.
  if (error instanceof TypeError || error instanceof RangeError)
    return new UsageError(`${name}  Unexpected bytes or encoding, expected UTF-8; nothing of it was taken`)
  return error
}
