// A thread that is lost at its first job, as its data says.
import { workerData } from 'node:worker_threads'
import { answerJobs } from '../../src/io/worker-thread.ts'

answerJobs(() =>
  Promise.resolve(() => {
    if (workerData === 'exit') process.exit(7)
    throw Object.assign(new Error('Worker terminated'), { code: workerData as string })
  }),
)
