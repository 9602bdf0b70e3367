/** Bytes of UTF-8 that a name may take, so that `.md` and what other programs add still fit into the 255 of most file systems. */
const LONGEST = 200

/** Characters that Windows, macOS or Linux cannot have in a file name. */
const IMPOSSIBLE = /[<>:"/\\|?*\u0000-\u001f\u007f]/g
/** What reads as something else between the brackets of a link. */
const UNLINKABLE = /[[\]#^]/g
/** Windows keeps these for devices, whatever their extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i

/**
 * A title as the name of a file, without extension, that every system and every link can hold. Most titles stay as they are;
 * of nothing but impossible characters, `Untitled` is left.
 */
export function fileNameFor(title: string): string {
  const spaced = title
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\S): /g, ' - ')
    .replace(IMPOSSIBLE, ' ')
    .replace(UNLINKABLE, ' ')
  const name = trimmed(shortened(trimmed(spaced)))
  if (name === '') return 'Untitled'
  return RESERVED.test(name) ? `${name} note`.replace(/^([^.]+)\.(.*) note$/, '$1 note $2') : name
}

/** Neither hidden nor ending in what Windows drops, and not with an extension of its own that would be taken for the note's. */
function trimmed(name: string): string {
  return name
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .replace(/\.md$/i, '')
    .replace(/[\s.]+$/, '')
}

function shortened(name: string): string {
  let bytes = 0
  let end = 0
  for (const { segment } of new Intl.Segmenter('en').segment(name)) {
    bytes += utf8Length(segment)
    if (bytes > LONGEST) return name.slice(0, end)
    end += segment.length
  }
  return name
}

function utf8Length(text: string): number {
  let bytes = 0
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
