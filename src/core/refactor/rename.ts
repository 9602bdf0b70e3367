import { applyChanges } from '../changes.ts'
import { foldName } from '../fold.ts'
import type { NotePath } from '../note.ts'
import { parseNote } from '../parse.ts'
import { isNotePath, stemOf } from '../path.ts'
import type { Source } from '../vault.ts'
import { identify, type Plan, planShifts, type Subject } from './plan.ts'
import { retitled, titleStands } from './retitle.ts'
import { shiftOf, type World } from './world.ts'

/**
 * A note under a new title: the file is renamed, the title follows in the text where it was said there, and every link follows.
 * A first heading that is not the file's name is often a section's; it follows only when the title itself was asked to change.
 * @param to the new path; the caller has made sure that nothing is there
 * @param retitle whether any first heading that is the title follows
 */
export async function planRename(
  world: World,
  source: Source,
  to: NotePath,
  title: string,
  retitle = false,
): Promise<Plan> {
  const note = parseNote(source.path, source.text)
  const follows = retitle || titleStands(source.text, note) !== 'heading' || isSameName(note.title, stemOf(source.path))
  const changes = follows ? retitled(source.text, note, title) : []
  const after = parseNote(to, applyChanges(source.text, changes)).title
  const shift = shiftOf(identify(source), { path: to, title: after, aliases: note.aliases })
  return planShifts(world, [{ shift, changes, title: { before: note.title, after }, gone: false }])
}

/** `my-plan` and `My plan` are one name, written for a machine and for a person. */
function isSameName(a: string, b: string): boolean {
  const plain = (name: string): string => foldName(name).replace(/[\s_-]+/g, '')
  return plain(a) === plain(b)
}

/** Files at other paths, their titles as they were. */
export async function planMove(
  world: World,
  moves: readonly { readonly source: Source; readonly to: NotePath }[],
): Promise<Plan> {
  return planShifts(
    world,
    moves.map(({ source, to }) => moved(source, to)),
  )
}

function moved(source: Source, to: NotePath): Subject {
  const before = identify(source)
  const title = isNotePath(to) ? parseNote(to, source.text).title : to
  return {
    shift: shiftOf(before, { path: to, title, aliases: before.aliases }),
    changes: [],
    title: { before: before.title, after: title },
    gone: false,
  }
}
