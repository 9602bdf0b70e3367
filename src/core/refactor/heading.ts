import { applyChanges, type TextChange } from '../changes.ts'
import { blockOf, type HeadingPlace } from '../fragments.ts'
import type { Note } from '../note.ts'
import { parseNote } from '../parse.ts'
import type { Source } from '../vault.ts'
import { newFragment, type Reheaded } from './fragment.ts'
import { identify, type Plan, planShifts, planTexts, type Subject } from './plan.ts'
import { refragmentAll } from './refragment.ts'
import { headingContent } from './retitle.ts'
import { shiftOf, type World } from './world.ts'

/**
 * A heading in other words: its line changes, and in every note the fragments that name it. Where it is the note's title, the links
 * that reach the note by that title follow too.
 * @param at which of the note's headings
 * @param words the new text, one line
 */
export async function planRenameHeading(world: World, source: Source, at: number, words: string): Promise<Plan> {
  const note = parseNote(source.path, source.text)
  const heading = note.headings[at]
  if (heading === undefined) throw new RangeError(`Heading ${at} of ${note.headings.length} in ${source.path}`)
  const change = { ...headingContent(source.text, heading.from), insert: words }
  const next = parseNote(source.path, applyChanges(source.text, [change]))
  const headings: Reheaded = { before: note.headings.map(place), after: placesAfter(note, next, at, words), at }
  const refragmented = await refragmentAll(world, note, source, (text, link) =>
    blockOf(link.fragment ?? '') === undefined ? newFragment(text, link, headings) : undefined,
  )
  if (next.title === note.title) return planTexts([{ source, changes: [change], links: 0 }, ...refragmented])
  return planShifts(world, [retitling(source, note, next, change)], refragmented)
}

/** The headings with their text as shown, unless the new words make more or fewer headings of the line. */
function placesAfter(note: Note, next: Note, at: number, words: string): HeadingPlace[] {
  if (next.headings.length === note.headings.length) return next.headings.map(place)
  return note.headings.map((known, index) => place(index === at ? { ...known, text: words } : known))
}

function place({ level, text, from }: Note['headings'][number]): HeadingPlace {
  return { level, text, start: from }
}

function retitling(source: Source, note: Note, next: Note, change: TextChange): Subject {
  const before = identify(source)
  return {
    shift: shiftOf(before, { ...before, title: next.title }),
    changes: [change],
    title: { before: note.title, after: next.title },
    gone: false,
  }
}
