/** A dossier as a note: links, and the sentences as plain words, so that it says nothing of its own about the notes that it gathers. */
import { linkTo, plainWords, section, type TargetOf } from '../gathered.ts'
import type { FreshTopic, TopicAnswer, TopicNote } from './answers.ts'
import type { Timeline } from './timeline.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** @param today ISO date */
export function keptText(answer: TopicAnswer, title: string, targetOf: TargetOf, today: string): string {
  const { topic, hub, notes, decisions, linked, mentions, people, timeline } = answer
  const link = ({ path, title: shown }: TopicNote): string => linkTo(targetOf(path), shown)
  const parts = [
    `---\nkind: dossier\ntopic: ${JSON.stringify(topic)}\ndate: ${today}\n---\n\n# ${title}`,
    hub === null ? '' : `Start with ${link(hub)}.`,
    section(
      'Decisions',
      decisions.map((note) => `${link(note)} (${note.status ?? 'no status'}, ${note.date.slice(0, 10)})`),
    ),
    section(
      'About it',
      notes.map((note) => entry(note, link(note))),
    ),
    section(
      'Linked with these',
      linked.map((note) => entry(note, link(note))),
    ),
    section(
      'Said elsewhere',
      mentions.map((note) => entry(note, link(note))),
    ),
    section('People', people.map(link)),
    section(
      'To do',
      answer.tasks.open.map(({ path, title: of, text, due }) =>
        [plainWords(text), due === null ? '' : `, due ${due}`, ` — ${linkTo(targetOf(path), of)}`].join(''),
      ),
    ),
    section('When', sayTimeline(timeline)),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** What is new since a dossier was kept, each note once; null when it was not. */
export function freshOf(answer: TopicAnswer): FreshTopic | null {
  if (answer.kept === null) return null
  const fresh = new Set(answer.kept.fresh)
  const all = [...answer.decisions, ...answer.notes, ...answer.linked, ...answer.mentions]
  const notes = new Map(all.filter(({ path }) => fresh.has(path)).map((note) => [note.path, note]))
  return { topic: answer.topic, date: answer.kept.date, notes: [...notes.values()] }
}

/** What a dossier that was kept does not have yet, to be put at its end; undefined when it has all. */
export function freshText(answer: TopicAnswer, targetOf: TargetOf, today: string): string | undefined {
  const notes = freshOf(answer)?.notes ?? []
  if (notes.length === 0) return undefined
  return `${section(
    `New on ${today}`,
    notes.map((note) => entry(note, linkTo(targetOf(note.path), note.title))),
  )}\n`
}

/** `June 2026: 3 notes`, `quiet from April to July 2026`. */
export function sayTimeline({ months, quiet }: Timeline): string[] {
  const pauses = new Map(
    quiet.map((pause) => [pause.from, `quiet from ${sayMonth(pause.from)} to ${sayMonth(pause.to)}`]),
  )
  return months.flatMap(({ month, notes }) => {
    if (notes > 0) return [`${sayMonth(month)}: ${notes === 1 ? '1 note' : `${notes} notes`}`]
    return pauses.get(month) ?? []
  })
}

/** `2026-04` as `April 2026`. */
export function sayMonth(month: string): string {
  return `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`
}

function entry({ sentence, why }: TopicNote, link: string): string {
  return sentence === null ? `${link} — ${plainWords(why)}` : `${link} — “${plainWords(sentence)}”`
}
