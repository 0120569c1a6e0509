import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Starts a thread by the file beside another one: `.js` as built, where all files lie in one folder; `.ts` where the
 * sources run as they are, through tsx.
 */
export function startThread(name: string, beside: string, options: WorkerOptions = {}): Worker {
  const extension = beside.slice(beside.lastIndexOf('.'))
  const file = new URL(`./${name}${extension}`, beside)
  if (extension !== '.ts') return new Worker(file, options)
  const script = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(file.href)})))`
  return new Worker(script, { ...options, eval: true })
}
