/**
 * The reason of a bare mention, once it is known where the mention's name ends. As parsed it starts after the shortest name;
 * the rest of the name that was meant is no reason.
 * @param rest of the name, behind the shortest one: ` gap`
 * @returns undefined when nothing else was said
 */
export function reasonWithoutName(reason: string, rest: string): string | undefined {
  const words = rest.split(/\s+/).filter(Boolean)
  // Reading drops what joins two things, such as an `and`, from the start of a reason.
  for (let from = 0; from < words.length; from++) {
    const name = words.slice(from).join(' ')
    const parts = reason.split(' … ')
    const at = parts.findIndex((part) => startsWithName(part, name))
    if (at < 0) continue
    const said = parts.with(at, (parts[at] as string).slice(name.length).replace(/^[\s—–\-,;:·.|/&+]+/, ''))
    return said.filter(Boolean).join(' … ') || undefined
  }
  return reason
}

function startsWithName(text: string, name: string): boolean {
  return text.startsWith(name) && !/^[\p{L}\p{N}_]/u.test(text.slice(name.length))
}
