import { setFlagsFromString } from 'node:v8'

/** By the engine's version; newer ones do so by themselves. */
const flags: Readonly<Record<string, string>> = {
  11: '--interrupt-budget=600000',
  12: '--invocation-count-for-turbofan=10000',
}

/**
 * Lets code, in all threads, run for longer than by the engine's own measure before it is optimised: most commands are
 * done in seconds, and spent up to half of the processor's time on optimising.
 */
export function optimiseLater(): void {
  const flag = flags[process.versions.v8.split('.')[0] ?? '']
  if (flag !== undefined) setFlagsFromString(flag)
}
