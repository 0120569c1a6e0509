import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'

/** Behind the last line: what was cut, torn or changed since has not this check sum. */
const seal = 'sealed '

/** Writes lines to a file, whole or not at all, with a seal behind them. */
export function writeSealed(path: string, lines: Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  try {
    const file = openSync(temporary, 'w')
    try {
      let sum = 0
      for (const line of lines) {
        const bytes = Buffer.from(`${line}\n`)
        sum = crc32(bytes, sum)
        writeFileSync(file, bytes)
      }
      writeFileSync(file, sealOf(sum))
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** The lines of a sealed file; undefined where there is none, or its seal is broken. */
export function readSealed(path: string): Buffer[] | undefined {
  const bytes = bytesOf(path)
  if (!bytes) return undefined
  const end = bytes.length - sealOf(0).length
  const body = bytes.subarray(0, Math.max(end, 0))
  if (end < 0 || bytes.toString('latin1', end) !== sealOf(crc32(body))) return undefined
  const lines: Buffer[] = []
  for (let start = 0; start < body.length;) {
    const feed = body.indexOf(10, start)
    lines.push(body.subarray(start, feed))
    start = feed + 1
  }
  return lines
}

function sealOf(sum: number): string {
  return `${seal}${sum.toString(16).padStart(8, '0')}\n`
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
