import type { LinkChange, ReviewAnswer, ReviewHub } from '../core/review/answers.ts'
import type { CommandSpec, Output } from './command.ts'
import { clip, count, oneLine } from './text.ts'

const WEEK = '7d'
const WIDEST = 96

export const review: CommandSpec = {
  name: 'review',
  summary: 'the look back: what was written and linked, what gathers links, what waits',
  flags: [
    { flags: '--since <when>', summary: 'how far back: 7d unless given, 2w, 1m, 1y, or a day such as 2026-03-29' },
    { flags: '--until <day>', summary: 'its last day; today unless given' },
  ],
  examples: ['notly review', 'notly review --since 1m', 'notly review --since 2026-03-01 --until 2026-03-31 --json'],
  run: async (context, _words, { since = WEEK, until }) => {
    const workspace = await context.openWorkspace()
    const answer = await workspace.review(since, until)
    if (context.out.json) context.out.value(answer)
    else for (const line of show(context.out, answer)) context.out.line(line)
    return 0
  },
}

function* show(out: Output, answer: ReviewAnswer): Iterable<string> {
  const { written, changed, made, removed } = answer
  yield out.colors.bold(`${answer.since} to ${answer.until}`)
  yield `${count(written.count, 'note')} written, ${changed.count} changed, ${count(made.count, 'link')} made, ${removed.count} removed`
  yield* section(out, 'Most linked in this time', answer.hubs.map(sayHub))
  yield* section(
    out,
    'Most linked of all time',
    answer.ever.map(({ title, ever }) => `${oneLine(title)}  ${count(ever, 'note')}`),
  )
  yield* section(out, 'Rose', answer.rose.map(sayHub))
  yield* section(out, 'Fell', answer.fell.map(sayHub))
  yield* section(
    out,
    'Written',
    written.notes.map(({ title, date }) => `${date.slice(0, 10)}  ${oneLine(title)}`),
  )
  yield* section(
    out,
    'Changed',
    changed.notes.map(({ title, modified }) => `${modified.slice(0, 10)}  ${oneLine(title)}`),
  )
  yield* section(out, 'Links made', made.links.map(sayLink))
  yield* section(out, 'Links removed', removed.links.map(sayLink))
  yield* section(
    out,
    'Might connect',
    answer.connect.map(
      ({ title, targetTitle, context }) =>
        `${oneLine(title)} names ${oneLine(targetTitle)}: ${clip(oneLine(context), WIDEST)}`,
    ),
  )
  yield* section(
    out,
    'Several notes wait for',
    answer.waiting.map(({ target, sources }) => `${oneLine(target)}  ${count(sources.length, 'note')}`),
  )
  yield* section(
    out,
    'To be decided',
    answer.decisions.map(
      ({ title, status, date }) => `${oneLine(title)}  ${status ?? 'no status'}, since ${date.slice(0, 10)}`,
    ),
  )
  yield* section(
    out,
    'Begun and left',
    answer.unfinished.map(({ title, why, date }) => `${oneLine(title)}  from ${date.slice(0, 10)}; ${why}`),
  )
}

function sayHub({ title, now, before, ever }: ReviewHub): string {
  return `${oneLine(title)}  ${count(now, 'note')}, ${before} before, ${ever} in all`
}

function sayLink({ title, target, resolved, day }: LinkChange): string {
  return `${day}  ${oneLine(title)} → ${oneLine(target)}${resolved === null ? ' (not written yet)' : ''}`
}

function* section({ colors }: Output, title: string, lines: readonly string[]): Iterable<string> {
  if (lines.length > 0) yield* ['', colors.bold(title), ...lines.map((line) => `  ${line}`)]
}
