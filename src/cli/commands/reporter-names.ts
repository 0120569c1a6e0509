/** The reporters as help names them: loading them to list their names would cost every start. */
export const reporterNames = 'stylish, compact, json, github, gitlab, sarif, junit, checkstyle, markdown'
