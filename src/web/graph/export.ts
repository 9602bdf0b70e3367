/** A picture or its data for other programs. */
import type { GraphAnswer } from '../../http/types.ts'
import type { Colours } from './colours.ts'
import { eachLink, type GraphPart } from './filter.ts'
import { LINK_LOOKS, lookOf } from './link-look.ts'

/** Where a note stands, how large, and in which colour. */
export interface Dot {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly colour: string
}

const SIDE = 1600
const MARGIN = 80
/** A larger note than this is called by its title. */
const NAMED = 5

/** @param dots by the note's place in the answer */
export function toSvg(
  { notes, relations }: GraphAnswer,
  part: GraphPart,
  dots: ReadonlyMap<number, Dot>,
  colours: Pick<Colours, 'paper' | 'ink' | 'link'>,
): string {
  const at = scaled([...dots.values()])
  const lines: string[] = []
  const strokes = relations.map((relation) => strokeOf(relation, colours))
  eachLink(part.links, (from, to, relation) => {
    const [a, b] = [dots.get(from), dots.get(to)]
    if (a === undefined || b === undefined) return
    const [x1, y1] = at(a)
    const [x2, y2] = at(b)
    lines.push(`<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"${strokes[relation] ?? ''}/>`)
  })
  const drawn = part.notes.flatMap((note) => {
    const dot = dots.get(note)
    if (dot === undefined) return []
    const [x, y] = at(dot)
    return [{ x, y, dot, title: escaped(notes.title[note] ?? '') }]
  })
  const circles = drawn.map(
    ({ x, y, dot, title }) =>
      `<circle cx="${x}" cy="${y}" r="${dot.size}" fill="${dot.colour}"><title>${title}</title></circle>`,
  )
  const titles = drawn
    .filter(({ dot }) => dot.size > NAMED)
    .map(({ x, y, dot, title }) => `<text x="${x + dot.size + 4}" y="${y + 5}">${title}</text>`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" width="${SIDE}" height="${SIDE}">`,
    `<rect width="${SIDE}" height="${SIDE}" fill="${colours.paper}"/>`,
    `<g stroke="${colours.link('plain')}" stroke-width="1">${lines.join('')}</g>`,
    `<g>${circles.join('')}</g>`,
    `<g font-family="sans-serif" font-size="15" fill="${colours.ink}" stroke="${colours.paper}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${titles.join('')}</g>`,
    '</svg>',
  ].join('\n')
}

function strokeOf(relation: string | null, colours: Pick<Colours, 'link'>): string {
  const look = lookOf(relation)
  return look === 'plain' ? '' : ` stroke="${colours.link(look)}" stroke-width="${LINK_LOOKS[look].size}"`
}

function scaled(dots: readonly Dot[]): (dot: Dot) => readonly [number, number] {
  // Not as arguments: a hundred thousand of them overflow the stack.
  const least = (of: (dot: Dot) => number) =>
    dots.reduce((least, dot) => Math.min(least, of(dot)), Number.POSITIVE_INFINITY)
  const [left, top] = [least(({ x }) => x), least(({ y }) => y)]
  const width = -least(({ x }) => -x) - left
  const height = -least(({ y }) => -y) - top
  const scale = (SIDE - 2 * MARGIN) / Math.max(width, height, 1)
  // In the picture up is more, in a file down is.
  return ({ x, y }) => [round(MARGIN + (x - left) * scale), round(SIDE - MARGIN - (y - top) * scale)]
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}

/** http://graphml.graphdrawing.org/specification.html */
export function toGraphMl({ notes, relations }: GraphAnswer, part: GraphPart): string {
  const data = (key: string, value: string | null | undefined) =>
    value == null || value === '' ? '' : `<data key="${key}">${escaped(value)}</data>`
  const edges: string[] = []
  eachLink(part.links, (from, to, relation) => {
    edges.push(`<edge source="n${from}" target="n${to}">${data('relation', relations[relation])}</edge>`)
  })
  const keys = ['title', 'path', 'kind', 'date', 'tags'].map(
    (key) => `<key id="${key}" for="node" attr.name="${key}" attr.type="string"/>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '<key id="relation" for="edge" attr.name="relation" attr.type="string"/>',
    '<graph edgedefault="directed">',
    ...part.notes.map(
      (note) =>
        `<node id="n${note}">${data('title', notes.title[note])}${data('path', notes.path[note])}${data('kind', notes.kind[note])}${data('date', notes.day[note])}${data('tags', notes.tags[note]?.join(' '))}</node>`,
    ),
    ...edges,
    '</graph>',
    '</graphml>',
    '',
  ].join('\n')
}

export function toJson({ notes, relations }: GraphAnswer, part: GraphPart): string {
  const links: unknown[] = []
  eachLink(part.links, (from, to, relation) => {
    links.push({ source: notes.path[from], target: notes.path[to], relation: relations[relation] ?? null })
  })
  const described = part.notes.map((note) => ({
    path: notes.path[note],
    title: notes.title[note],
    kind: notes.kind[note],
    date: notes.day[note],
    tags: notes.tags[note],
    sources: notes.sources[note],
  }))
  return `${JSON.stringify({ notes: described, links }, null, 2)}\n`
}

/** Also without what XML cannot have at all. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
