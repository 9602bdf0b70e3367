import type { Note, NotePath } from '../note.ts'
import type { LinkCore } from '../parse/links.ts'
import { parseNote } from '../parse.ts'
import { namesOf, resolveKeys } from '../resolve.ts'
import type { Source } from '../vault.ts'
import { followLabels, mayDefine, unusedDefinitions } from './definitions.ts'
import { fragmentRange } from './fragment.ts'
import type { NoteEdit } from './plan.ts'
import type { Holder, World } from './world.ts'

/** The fragment that a link needs from now on; undefined to leave the one that it has. */
type Refragment = (text: string, link: LinkCore) => string | undefined

/** Changes the fragments of all links to a note, in every note, its own included. */
export async function refragmentAll(
  world: World,
  note: Note,
  own: Source,
  fragmentOf: Refragment,
): Promise<NoteEdit[]> {
  const keys = namesOf(note.path, note.title, note.aliases).map(({ key }) => key as string)
  const holders = new Map(world.linking(keys).map((holder) => [holder.path, holder]))
  holders.delete(own.path)
  const edits = [refragment(world, own, undefined, note.path, fragmentOf)]
  for await (const source of world.readMany([...holders.keys()]))
    edits.push(refragment(world, source, holders.get(source.path), note.path, fragmentOf))
  return edits
}

function refragment(
  world: World,
  source: Source,
  holder: Holder | undefined,
  meant: NotePath,
  fragmentOf: Refragment,
): NoteEdit {
  const { path, text } = source
  const known = mayDefine(text) ? undefined : holder?.linksIn(source)
  const note = known === undefined ? parseNote(path, text) : undefined
  const definitions = note === undefined ? [] : unusedDefinitions(text, note)
  const changed = [...(known ?? note?.links ?? []), ...definitions.map(({ link }) => link)].flatMap((link) => {
    const insert = link.fragment && targetOf(world, link, path) === meant ? fragmentOf(text, link) : undefined
    return insert === undefined ? [] : [{ link, changes: [{ ...fragmentRange(text, link), insert }] }]
  })
  const changes = [...changed.flatMap((each) => each.changes), ...followLabels(text, changed, definitions)]
  return { source, changes, links: changed.length }
}

function targetOf(world: World, link: LinkCore, holder: NotePath): NotePath | undefined {
  if (link.target === '') return holder
  return resolveKeys(link.keys, holder, (key) => world.answering(key))?.chosen.path
}
