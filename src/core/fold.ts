const ASCII = /^[\u0000-\u007f]*$/

/**
 * Full case folding after Unicode's CaseFolding.txt (statuses C and F, as far as ECMAScript's case tables reach): `Straße` and `STRASSE`,
 * `Σίσυφος` and `ΣΊΣΥΦΟΣ` fold alike; a dotless `ı` and a dotted `i` do not.
 */
export function foldCase(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  let folded = ''
  // Lower before upper before lower: capital sharp s (ẞ) only has a lower case, small sharp s (ß) only an upper one.
  for (const char of text) folded += char === 'ı' ? char : char.toLowerCase().toUpperCase().toLowerCase()
  return folded
}

/** NFC, folded case, runs of white space as one space, none at the ends. Idempotent. */
export function foldName(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  const collapsed = text.replace(/\s+/g, ' ').trim()
  if (ASCII.test(collapsed)) return collapsed.toLowerCase()
  return foldCase(collapsed.normalize('NFC')).normalize('NFC')
}

/** ASCII with nothing to collapse: most names are. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

/** Headings compare with case, punctuation and extra space dropped: `What's new?` and `whats new`. */
export function foldHeading(text: string): string {
  return foldName(text.replace(/[^\p{L}\p{M}\p{N}\s]/gu, ''))
}

/** A property's key as it is compared: `Due by` and `due-by` are one. */
export function propertyKey(key: string): string {
  return foldName(key).replaceAll(' ', '-')
}
