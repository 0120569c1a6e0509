/** What stands below a command's options in its help, by the command's name; the program's own by `hexapla`. */
export const helpBelow: Readonly<Record<string, string>> = {
  hexapla: `
Begin with \`hexapla lint\` in the folder that holds the guides.
Exit codes: 0 all is well, 1 findings, 2 bad usage, a bad config or a failure of the program.`,
  lint: `
Examples:
  hexapla lint                                      every guide below this folder
  hexapla lint guides/mail --fix                    one guide, its safe repairs made
  hexapla lint --rule link-fragment --locale pl-pl  one rule, one locale
  hexapla lint --diff > mend.patch                  what --fix would do, for \`git apply\`

Exit codes: 0 nothing that counts, 1 errors or more warnings than --max-warnings, 2 bad usage, a bad config
or a failure of the program. With --diff, 1 where there is something to repair.

\`hexapla explain\` lists the rules.`,
  export: `
Examples:
  hexapla export guides --to html                    a page a guide, complete in itself
  hexapla export guides --to site --output public    a site with search and languages
  hexapla export guides/mail --to pdf docx epub --locale pl-pl

Exit codes: 0 everything was made, 1 something could not be shown, such as a missing picture, 2 bad usage, or a
format that could not be made.`,
  init: `
Examples:
  hexapla init             write \`hexapla.config.yaml\` for this folder
  hexapla init --dry-run   print what it would write`,
  explain: `
Examples:
  hexapla explain                 every rule in a line
  hexapla explain link-fragment   one rule, with examples`,
}
