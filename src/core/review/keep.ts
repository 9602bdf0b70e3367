/** A look back as a note. */
import { linkTo, plainWords, section, type TargetOf } from '../gathered.ts'
import type { LinkChange, ReviewAnswer, ReviewHub } from './answers.ts'

export function reviewTitle({ since, until }: Pick<ReviewAnswer, 'since' | 'until'>): string {
  return `Review ${since} to ${until}`
}

/** @param today ISO date */
export function keptReview(answer: ReviewAnswer, targetOf: TargetOf, today: string): string {
  const { written, changed, made, removed } = answer
  const link = ({ path, title }: { readonly path: string; readonly title: string }): string =>
    linkTo(targetOf(path), title)
  const hub = (each: ReviewHub): string =>
    `${link(each)}: ${each.now} in this time, ${each.before} before, ${each.ever} in all`
  // What it leads to stays plain: a look back is no reason to be linked.
  const change = ({ source, title, target, day }: LinkChange): string =>
    `${link({ path: source, title })} → ${plainWords(target)}, ${day}`
  const counts = [
    `${written.count} notes written`,
    `${changed.count} changed`,
    `${made.count} links made`,
    `${removed.count} removed`,
  ]
  const parts = [
    `---\nkind: review\ndate: ${today}\n---\n\n# ${reviewTitle(answer)}\n\n${counts.join(', ')}.`,
    section('Written', written.notes.map(link)),
    section('Changed', changed.notes.map(link)),
    section('Links made', made.links.map(change)),
    section('Links removed', removed.links.map(change)),
    section('Most linked', answer.hubs.map(hub)),
    section('Most linked of all time', answer.ever.map(hub)),
    section('Rose', answer.rose.map(hub)),
    section('Fell', answer.fell.map(hub)),
    section(
      'Might connect',
      answer.connect.map(
        ({ source, title, target, targetTitle, context }) =>
          `${link({ path: source, title })} names ${link({ path: target, title: targetTitle })}: “${plainWords(context)}”`,
      ),
    ),
    section(
      'Names that several notes wait for',
      answer.waiting.map(({ target, sources }) => `${plainWords(target)}, in ${sources.length} notes`),
    ),
    section(
      'To be decided',
      answer.decisions.map((each) => `${link(each)} (${each.status ?? 'no status'})`),
    ),
    section(
      'Begun and left',
      answer.unfinished.map((each) => `${link(each)} — ${each.why}`),
    ),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}
