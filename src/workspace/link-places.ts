import type { PlaceToLink, RefactorRequest } from '../core/answers.ts'
import { UserError } from '../core/errors.ts'
import type { NotePath } from '../core/note.ts'
import { isSafePath, joinPath, notePath, stemOf } from '../core/path.ts'
import { linkWords } from '../core/refactor/link.ts'
import { type NoteEdit, type Plan, planTexts } from '../core/refactor/plan.ts'
import { futureOf, shiftOf, type World } from '../core/refactor/world.ts'
import { type Candidate, shortestTarget } from '../core/resolve.ts'
import type { Corpus } from '../core/suggest/corpus.ts'
import { namersOf } from '../core/suggest/incoming.ts'
import { placesOf } from '../core/suggest/places.ts'
import { passagesOf } from '../core/suggest/prose.ts'
import { cleanTitle, refuseTaken, safe } from './places.ts'
import type { Prepared } from './refactoring.ts'

/** Plain words become links: those of the places that still say what they said. */
export async function prepareLink(world: World, { places }: RefactorRequest & { kind: 'link' }): Promise<Prepared> {
  const targets = [...new Set(places.map(({ target }) => target))]
  for (const target of targets)
    if (!isSafePath(target) || (await world.read(notePath(target))) === undefined)
      throw new UserError('not-found', `There is no note ${target}; it may have been moved or deleted.`)
  const plan = await planLinks(world, places, (key) => world.answering(key))
  if (plan.links === 0)
    throw new UserError('refused', 'The words were changed meanwhile, so nothing was linked; look at them again.')
  const first = targets[0] as string
  const what = targets.length === 1 ? stemOf(first) : `${targets.length} notes`
  const label = plan.links === 1 ? `Link a mention of ${what}` : `Link ${plan.links} mentions of ${what}`
  return { kind: 'link', label, plan, path: first }
}

/** A new note of a phrase; every place in the vault that says the phrase becomes a link to it. */
export async function prepareName(
  world: World,
  corpus: Corpus,
  { phrase, title: asked, folder = '' }: RefactorRequest & { kind: 'name' },
): Promise<Prepared> {
  const title = cleanTitle(asked ?? capital(phrase))
  const path = safe(joinPath(folder.replace(/^\/+|\/+$/g, ''), `${title}.md`))
  refuseTaken(world, undefined, path, title)
  const none = { path, title, aliases: [] }
  const after = futureOf(world, [{ ...shiftOf(none, none), before: [] }])
  const places = await placesInVault(world, corpus, phrase, path)
  const plan = await planLinks(world, places, after)
  return { kind: 'name', label: `Make a note of ${title}`, plan, created: { path, text: `# ${title}\n` }, path }
}

function capital(phrase: string): string {
  const [first = ''] = phrase.trim()
  return first.toLocaleUpperCase() + phrase.trim().slice(first.length)
}

async function placesInVault(world: World, corpus: Corpus, phrase: string, target: NotePath): Promise<PlaceToLink[]> {
  const places: PlaceToLink[] = []
  for (const { doc } of namersOf([phrase], corpus, undefined, true)) {
    const path = corpus.facts(doc)?.path
    const text = path === undefined ? undefined : (await world.read(path))?.text
    if (path === undefined || text === undefined) continue
    for (const { from, to } of placesOf(text, passagesOf(text), [phrase], { corpus, path }))
      places.push({ path, from, to, said: text.slice(from, to), target })
  }
  return places
}

async function planLinks(
  world: World,
  places: readonly PlaceToLink[],
  answering: (key: string) => readonly Candidate[],
): Promise<Plan> {
  const edits: NoteEdit[] = []
  for (const [path, own] of Map.groupBy(places, (place) => place.path)) {
    const source = isSafePath(path) ? await world.read(notePath(path)) : undefined
    if (source === undefined) continue
    const words = own
      .filter(({ target }) => target !== source.path)
      .map((place) => ({ ...place, target: shortestTarget(notePath(place.target), source.path, answering) }))
    const changes = linkWords(source.text, words)
    edits.push({ source, changes, links: changes.length })
  }
  return planTexts(edits)
}
