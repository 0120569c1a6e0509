// Writes files through the journal and dies at a step on the disk: `die-writing.ts ROOT STEP CHANGES`.
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

const [root = '', last = '', changes = '[]'] = process.argv.slice(2)
const most = Number(last)
let steps = 0

function step(): void {
  if (++steps >= most) process.kill(process.pid, 'SIGKILL')
}

const open = promises.open
promises.open = async (...args: Parameters<typeof open>) => {
  step()
  const handle = await open(...args)
  for (const name of ['writeFile', 'sync', 'chmod'] as const) {
    const own = handle[name].bind(handle) as (...words: unknown[]) => Promise<void>
    Object.assign(handle, {
      [name]: async (...words: unknown[]) => {
        step()
        if (name === 'writeFile' && steps + 1 >= most) await own(String(words[0]).slice(0, 2))
        else await own(...words)
        step()
      },
    })
  }
  return handle
}
for (const name of ['rename', 'rm', 'writeFile'] as const) {
  const own = promises[name] as (...args: unknown[]) => Promise<void>
  Object.assign(promises, {
    [name]: async (...args: unknown[]) => {
      step()
      await own(...args)
      step()
    },
  })
}
syncBuiltinESMExports()

const { writeTogether } = await import('../../src/io/journal.ts')
const refused = await writeTogether(root, JSON.parse(changes) as Parameters<typeof writeTogether>[1])
if (refused.length > 0) throw new Error(refused.map(({ reason }) => reason).join())
process.stdout.write(String(steps))
