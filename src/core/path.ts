import type { NotePath } from './note.ts'

/** The only place where a string becomes a `NotePath`. Backslashes are part of a name, not separators. */
export function notePath(text: string): NotePath {
  return text.normalize('NFC') as NotePath
}

/**
 * Whether a path may come from outside (a URL, a command, a link): relative, no empty, `.` or `..` segment, no control character,
 * nothing under a folder whose name starts with `.`.
 */
export function isSafePath(text: string): boolean {
  if (text === '' || /[\u0000-\u001f\u007f]/.test(text)) return false
  const segments = text.split('/')
  return segments.every((segment, at) => {
    if (segment === '' || segment === '.' || segment === '..') return false
    return !(segment.startsWith('.') && at < segments.length - 1)
  })
}

/** Of notes, in any case. */
export const EXTENSION = '.md'

export function isNotePath(path: string): boolean {
  return /\.md$/i.test(path)
}

/** `clients/Acme.md` → `clients`; the root's folder is the empty string. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

/** `clients/Acme.md` → `Acme.md`. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** `clients/Acme.md` → `Acme`. */
export function stemOf(path: string): string {
  return withoutExtension(fileNameOf(path))
}

/** Drops a trailing `.md` in any case. */
export function withoutExtension(path: string): string {
  return isNotePath(path) ? path.slice(0, -EXTENSION.length) : path
}

export function joinPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

/**
 * Walks `relative` (which may hold `.` and `..`) from `folder`.
 * @returns undefined when it leads out of the vault.
 */
export function resolveRelative(folder: string, relative: string): string | undefined {
  const segments = folder === '' ? [] : folder.split('/')
  for (const segment of relative.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) return undefined
  }
  return segments.join('/')
}
