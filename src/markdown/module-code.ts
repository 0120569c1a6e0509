const name = String.raw`[A-Za-z_$][\w$]*`
const named = String.raw`\{(?:\s*${name}(?:\s+as\s+${name})?\s*,)*(?:\s*${name}(?:\s+as\s+${name})?)?\s*\}`
const quoted = String.raw`(?:'[^'\\\n]*'|"[^"\\\n]*")`
const clause = String.raw`(?:${name}(?:\s*,\s*${named})?|${named}|\*\s+as\s+${name})`
const importStatement = String.raw`import\s+(?:${clause}\s*from\s*)?${quoted}[ \t]*(?:;[ \t]*)?`
const imports = String.raw`(?:${importStatement}(?:\r?\n|$))`
const onlyImports = new RegExp(String.raw`^${imports}+$`)
const exported = String.raw`export\s+(?:const|let|var|class|(?:async\s+)?function)\s+${name}\s*[=({:]`
const importsOrExport = new RegExp(String.raw`^(?:${imports}+$|${imports}*${exported})`)

/** Longer texts are not looked at: the patterns would take too long. */
const longest = 4096

/** True of a text that is import statements and nothing else. */
export function isImports(text: string): boolean {
  return text.length < longest && onlyImports.test(text.trimEnd())
}

/** True of what MDX reads as code, and Markdown as a paragraph: imports, and what they are followed by where it is exported. */
export function isModuleCode(text: string): boolean {
  return /^(?:im|ex)port\b/.test(text) && text.length < longest && importsOrExport.test(text.trimEnd())
}
