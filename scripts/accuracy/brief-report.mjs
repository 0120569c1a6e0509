// A reporter for remark-cli: what the comparison looks at and no more, since a report with whole trees in it can be too
// long for one string.

/** @param {readonly import('vfile').VFile[]} files */
export default function report(files) {
  const brief = files.map(({ path, messages }) => ({
    path,
    messages: messages.map(({ reason, ruleId, fatal, place }) => ({ reason, ruleId, fatal, place })),
  }))
  return JSON.stringify(brief)
}
