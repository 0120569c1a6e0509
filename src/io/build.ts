/** What tells this build of the program from others: what one remembers is nothing to another. */
export const build: string = process.env.HEXAPLA_BUILD ?? 'sources'
