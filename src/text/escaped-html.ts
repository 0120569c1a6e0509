/** Text as it can stand in HTML or XML, in an attribute too: `&`, brackets and quotation marks by their numbers. */
export function escapedHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
