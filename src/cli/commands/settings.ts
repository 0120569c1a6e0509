import { commandOf, corpusOptions, type Join } from '../command.ts'
import type { SettingsOptions } from '../settings.ts'

export const settings: Join = commandOf<SettingsOptions>({
  name: 'settings',
  description: 'what guides state of ports, hosts and security; settings to and from other formats',
  arguments: [
    ['<action>', 'show, check, import or export'],
    ['[words...]', 'files and folders; of import the file, of export the service'],
  ],
  options: (command) =>
    corpusOptions(command)
      .option('--json', 'for other programs')
      .option('--to <format>', 'of export: autoconfig, mobileconfig or srv'),
  help: `
Examples:
  hexapla settings show guides/mail                what the guide states, and of which server it is
  hexapla settings check                           the settings rules alone
  hexapla settings import ovh.net.xml              Thunderbird's autoconfig, or SRV lines, as a settings file
  hexapla settings export mx-plan --to autoconfig  and back; what is lost is told

Exit codes: 0 all is well, 1 findings (check), 2 bad usage, a bad file or a failure of the program.`,
  run: async ([action = '', ...words], options) => {
    const { runSettings } = await import('../settings.ts')
    return runSettings(action, words, options)
  },
})
