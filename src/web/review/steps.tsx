import type { ReactNode } from 'react'
import type { ReviewAnswer, ReviewHub } from '../../http/types.ts'
import { plural } from '../ui/plural.ts'
import { Connect } from './connect.tsx'
import { type Item, Items } from './items.tsx'

/** One step of the look back: what it asks, and what stands there. */
export interface Step {
  readonly title: string
  readonly about: string
  readonly body: ReactNode
}

/** The steps of a look back that have something to say. */
export function stepsOf(answer: ReviewAnswer): Step[] {
  const { written, changed, made, removed, hubs, ever, rose, fell } = answer
  const all: (Step & { readonly isEmpty: boolean })[] = [
    {
      title: 'Written',
      about: `${plural(written.count, 'note')} written, ${changed.count} changed.`,
      isEmpty: written.count + changed.count === 0,
      body: (
        <>
          <Items label="New" items={written.notes.map((note) => ({ ...note, facts: '' }))} />
          <Items label="Changed" items={changed.notes.map((note) => ({ ...note, date: note.modified, facts: '' }))} />
        </>
      ),
    },
    {
      title: 'Links',
      about: `${plural(made.count, 'link')} made, ${removed.count} removed.`,
      isEmpty: made.count + removed.count === 0,
      body: (
        <>
          <Items label="Made" items={made.links.map(ofLink)} />
          <Items label="Removed" items={removed.links.map(ofLink)} />
        </>
      ),
    },
    {
      title: 'Hubs',
      about: 'What most notes of this time link to, and what gained and lost against the time before.',
      isEmpty: hubs.length + fell.length === 0,
      body: (
        <>
          <Items label="In this time" items={hubs.map(ofHub)} />
          <Items label="Of all time" items={ever.map((hub) => ({ ...hub, facts: plural(hub.ever, 'note') }))} />
          <Items label="Rose" items={rose.map(ofHub)} />
          <Items label="Fell" items={fell.map(ofHub)} />
        </>
      ),
    },
    {
      title: 'Might connect',
      about: 'Names of notes in plain words. L links the first of them, D lets it be.',
      isEmpty: answer.connect.length === 0,
      body: <Connect mentions={answer.connect} />,
    },
    {
      title: 'Waiting to be written',
      about: 'Names that several notes link to and no note has.',
      isEmpty: answer.waiting.length === 0,
      body: (
        <Items
          label="Names"
          items={answer.waiting.map(({ target, sources }) => ({
            path: sources[0] ?? '',
            title: target,
            kind: null,
            facts: `in ${plural(sources.length, 'note')}`,
          }))}
        />
      ),
    },
    {
      title: 'To be decided',
      about: 'Decisions that are not taken yet, the oldest first.',
      isEmpty: answer.decisions.length === 0,
      body: (
        <Items
          label="Decisions"
          items={answer.decisions.map((each) => ({ ...each, facts: each.status ?? 'no status' }))}
        />
      ),
    },
    {
      title: 'Begun and left',
      about: 'What was started some weeks ago and not picked up again.',
      isEmpty: answer.unfinished.length === 0,
      body: <Items label="Notes" items={answer.unfinished.map((each) => ({ ...each, facts: each.why }))} />,
    },
  ]
  return all.filter(({ isEmpty }) => !isEmpty)
}

function ofHub(hub: ReviewHub): Item {
  return { ...hub, facts: `${plural(hub.now, 'note')}, ${hub.before} before, ${hub.ever} in all` }
}

function ofLink({ source, title, target, day }: ReviewAnswer['made']['links'][number]): Item {
  return { path: source, title: `${title} → ${target}`, kind: null, date: day, facts: '' }
}
