import { withoutExtension } from '../path.ts'
import type { Goal } from './target.ts'

/**
 * Whether a target is spelled, letter by letter, as the note was called and not as it is called now. Only a change of case or of
 * Unicode form leaves such a target in force; it follows nevertheless, because the next program may not fold names as we do.
 * What was spelled in its own way (`[[apple]]` for `Apple`) stays.
 */
export function isRespelled(target: string, old: Goal, goal: Goal): boolean {
  const written = withoutExtension(target.normalize('NFC'))
    .replace(/^(?:\.{0,2}\/)+/, '')
    .trim()
  return isSpelledAs(written, old) && !isSpelledAs(written, goal)
}

function isSpelledAs(written: string, { path, title }: Goal): boolean {
  return written === title || `/${withoutExtension(path)}`.endsWith(`/${written}`)
}
