import { commandOf, type Join } from '../command.ts'

export const explain: Join = commandOf({
  name: 'explain',
  description: 'what a rule finds, why, examples',
  arguments: [['[rule]', 'its id; all of them in a line each where none is named']],
  help: `
Examples:
  hexapla explain                 every rule in a line
  hexapla explain link-fragment   one rule, with examples`,
  run: async ([id], { color }) => {
    const { runExplain } = await import('../explain.ts')
    return runExplain(id, color)
  },
})
