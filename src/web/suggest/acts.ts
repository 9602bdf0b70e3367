import { folderOf } from '../../core/path.ts'
import { placeToLink } from '../../core/suggest/place-to-link.ts'
import type { ConceptAnswer, DismissalAnswer, MentionAnswer, SampleAnswer } from '../../http/types.ts'
import { api } from '../api.ts'
import { queryClient } from '../client.ts'
import { say } from '../notice.ts'
import { queries } from '../queries.ts'
import { carryOut } from '../refactor/carry-out.ts'
import { startLink, startName } from '../refactor/start.ts'
import { plural } from '../ui/plural.ts'
import { acted, type Passage, passage, type WordsToLink, writerOf } from './passage.ts'

/** What one can do with a suggestion. Each says what it did, and how to take it back. */

/** @param path of the open note that holds the words */
export function linkMentions(path: string, mentions: readonly MentionAnswer[]): void {
  link(path, mentions.map(wordsOf), `“${mentions[0]?.targetTitle ?? ''}”`)
}

function wordsOf({ position, end, context, contextFrom, contextTo, linkTarget }: MentionAnswer): WordsToLink {
  return { from: position.offset, to: end, said: context.slice(contextFrom, contextTo), linkTarget }
}

/** A place in another note that names this one becomes a link, as one operation that can be taken back. */
export async function linkThere(mention: MentionAnswer): Promise<void> {
  const request = { kind: 'link', places: [placeToLink(mention)] } as const
  acted.set(acted.get() + 1)
  try {
    const refusal = await carryOut(request, await api.plan(request))
    if (refusal !== undefined) say(refusal)
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
  }
}

/** Seen before it is done. */
export function linkAllThere(title: string, mentions: readonly MentionAnswer[]): void {
  acted.set(acted.get() + 1)
  startLink(title, mentions.map(placeToLink))
}

/** The words of a concept become a link to a note that says them. */
export function linkConcept(path: string, { from, to }: ConceptAnswer, { linkTarget, title }: SampleAnswer): void {
  const asked = passage.get()
  if (asked?.path !== path) return
  link(path, [{ from, to, said: asked.text.slice(from - asked.offset, to - asked.offset), linkTarget }], `“${title}”`)
}

/** @param to what the places are linked to, as a sentence says it */
function link(path: string, places: readonly WordsToLink[], to: string): void {
  const made = writerOf(path)?.link(places) ?? 0
  acted.set(acted.get() + 1)
  if (made === 0) say('The words were changed meanwhile, so nothing was linked.')
  else say(`${made === 1 ? 'Linked' : `${plural(made, 'place')} linked`} to ${to}. Ctrl+Z in the text takes it back.`)
}

/** All names in the selection become links; without one, the likeliest suggestion of the paragraph at the cursor. */
export async function linkHere(): Promise<void> {
  const asked = passage.get()
  if (asked === undefined) return
  const selected = writerOf(asked.path)?.selected()
  await (selected === undefined ? linkFirst(asked) : linkNames(selected))
}

async function linkNames(selected: Passage): Promise<void> {
  const { mentions } = await queryClient.fetchQuery(queries.suggest(selected))
  // Of what a place may mean, the likeliest comes first.
  const places = [...Map.groupBy(mentions, ({ position }) => position.offset).values()].flatMap((may) =>
    may.slice(0, 1),
  )
  if (places.length === 0) return say('Nothing in the selection names another note.')
  const notes = new Set(places.map(({ target }) => target)).size
  if (notes === 1) linkMentions(selected.path, places)
  else link(selected.path, places.map(wordsOf), `${notes} notes`)
}

async function linkFirst(asked: Passage): Promise<void> {
  const { mentions, concepts } = await queryClient.fetchQuery(queries.suggest(asked))
  const [mention] = mentions
  const [concept] = concepts
  if (mention !== undefined) return linkMentions(asked.path, [mention])
  const [sample] =
    concept === undefined ? [] : await queryClient.fetchQuery(queries.samples(concept.phrase, asked.path))
  if (concept === undefined || sample === undefined) say('Nothing in this paragraph names another note.')
  else linkConcept(asked.path, concept, sample)
}

/** The first thing that the paragraph at the cursor says and other notes say too becomes a note, seen before it is done. */
export async function nameHere(): Promise<void> {
  const asked = passage.get()
  if (asked === undefined) return
  const { concepts } = await queryClient.fetchQuery(queries.suggest(asked))
  const [concept] = concepts
  if (concept === undefined) say('Nothing that this paragraph says stands in another note.')
  else startName(concept.phrase, folderOf(asked.path))
}

export async function dismiss(dismissal: DismissalAnswer, words: string): Promise<void> {
  try {
    await api.dismiss(dismissal)
    refresh()
    say(SAID[dismissal.scope](words), {
      label: 'Undo',
      run: () => void undismiss(dismissal),
    })
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
  }
}

export async function undismiss(dismissal: DismissalAnswer): Promise<void> {
  try {
    await api.undismiss(dismissal)
    refresh()
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
  }
}

const SAID = {
  place: (words: string) => `“${words}” is not suggested in this place any more.`,
  note: (words: string) => `“${words}” is not suggested in this note any more.`,
  everywhere: (words: string) => `“${words}” is not suggested anywhere any more.`,
  island: (words: string) => `“${words}” is fine as it is.`,
} as const

function refresh(): void {
  acted.set(acted.get() + 1)
  for (const queryKey of [['suggest'], ['mentions'], ['dismissals'], ['islands']])
    void queryClient.invalidateQueries({ queryKey })
}
