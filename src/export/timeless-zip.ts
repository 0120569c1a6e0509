import { unzipSync, zipSync, type Zippable } from 'fflate'

/** An archive of files, without the clock: the same files, the same bytes. */
export function timelessZip(files: Zippable): Uint8Array {
  return zipSync(files, { mtime: new Date('1980-01-01T00:00:00'), level: 6 })
}

/** A file that may be an archive, without its clock. */
export function timeless(bytes: Uint8Array): Uint8Array {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isZip) return bytes
  const { mimetype, ...files } = unzipSync(bytes)
  // Readers tell the format by this file, which must come first and lie there as it is.
  return timelessZip({ ...(mimetype && { mimetype: [mimetype, { level: 0 }] }), ...files })
}
