import { unzipSync, zipSync, type Zippable } from 'fflate'

/** An archive's files with the clock taken off them; what must lie in it uncompressed stays so. */
export function timelessZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries: Zippable = {}
  for (const [path, data] of Object.entries(files))
    entries[path] = [data, { level: path === 'mimetype' ? 0 : 6 }]
  return zipSync(entries, { mtime: new Date('1980-01-01T00:00:00') })
}

/** A file that may be an archive, without its clock. */
export function timeless(bytes: Uint8Array): Uint8Array {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  return isZip ? timelessZip(unzipSync(bytes)) : bytes
}
