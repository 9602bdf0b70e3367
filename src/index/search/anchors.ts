import { type WantedWord, wantedWords } from '../../core/wanted-words.ts'
import { wordsIn } from '../../core/words.ts'
import { anchorTerm } from '../words/anchor-term.ts'
import type { FullText } from '../words/full-text.ts'
import { eachPlaces } from '../words/postings.ts'
import type { Asking } from './asking.ts'
import type { Leaf } from './leaves.ts'
import { docOf, meantBy, placeOf } from './meant.ts'

/** What other notes call a note, as far as it has words that are looked for. */
export interface Called {
  readonly doc: number
  /** For each leaf, the notes that have its words in a link to this one. */
  readonly sources: readonly number[]
  /** From 0 to 1: how much of what was typed, and nothing else, links to it say; and how seldom links that say so mean another note. */
  readonly fit: number
  /** The link that says it best, by its row. */
  readonly link: number
}

/** Links that are looked at, those with most of the words first; of more that say equally much none is better than another. */
const MOST_LINKS = 300
const SHORT = 3
/** From here on a character may be a word. */
const SPACELESS = '\u0e00'
/** Words that the links of more notes than this say tell nothing: a share of all notes, within bounds. */
const COMMON = { share: 0.05, least: 300, most: 5000 }

interface Found {
  readonly place: number
  leaves: number
  rarity: number
}

/** The notes that links call by some of the words. */
export function calledBy(asking: Asking, leaves: readonly Leaf[]): Called[] {
  const found = linksSaying(asking, leaves)
  const best = mostTelling([...found.values()])
  const all = leaves.reduce((sum, { rarity }) => sum + rarity, 0)
  const meantAt = meantBy(
    asking.db,
    best.map(({ place }) => place),
  )
  const byTarget = new Map<number, { sources: Set<number>[]; fit: number; best: number; link: number; times: number }>()
  const times = new Map<string, number>()
  const said: { readonly target: number; readonly words: string }[] = []
  for (const { place, leaves: which, rarity } of best) {
    const meant = meantAt.get(place)
    if (meant === undefined) continue
    const share = rarity / all
    const own = wordsIn(meant.words).filter(({ to }, at, words) => words[at - 1]?.to !== to).length
    const asked = leaves.reduce((sum, { wanted }, at) => sum + ((which >> at) & 1) * wordsAsked(wanted.text), 0)
    const fit = share * Math.min(1, asked / Math.max(own, 1))
    const target = byTarget.get(meant.doc) ?? {
      sources: leaves.map(() => new Set<number>()),
      fit: 0,
      best: 0,
      link: meant.link,
      times: 0,
    }
    byTarget.set(meant.doc, target)
    for (let at = 0; at < leaves.length; at++) if (((which >> at) & 1) === 1) target.sources[at]?.add(docOf(place))
    if (fit > target.best) Object.assign(target, { best: fit, link: meant.link })
    const words = meant.words.toLowerCase()
    times.set(words, (times.get(words) ?? 0) + 1)
    said.push({ target: meant.doc, words })
    target.fit = Math.max(target.fit, fit)
  }
  return [...byTarget].map(([doc, { sources, fit, link }]) => ({
    doc,
    sources: sources.map(({ size }) => size),
    fit: fit * meansIt(doc, said, times),
    link,
  }))
}

/** Which of equals are left out must not depend on the order in which notes were taken in. */
function mostTelling(links: readonly Found[]): Found[] {
  const best = links.toSorted((a, b) => b.rarity - a.rarity)
  const first = best[MOST_LINKS]
  return first === undefined ? best : best.filter(({ rarity }) => rarity > first.rarity)
}

/** How often what links to a note say means that note and no other, at best. */
function meansIt(
  doc: number,
  said: readonly { readonly target: number; readonly words: string }[],
  times: ReadonlyMap<string, number>,
): number {
  const own = new Map<string, number>()
  for (const { target, words } of said) if (target === doc) own.set(words, (own.get(words) ?? 0) + 1)
  return Math.max(0, ...[...own].map(([words, count]) => count / (times.get(words) as number)))
}

function wordsAsked(text: string): number {
  return wantedWords(text, false).length
}

function linksSaying(asking: Asking, leaves: readonly Leaf[]): Map<number, Found> {
  const found = new Map<number, Found>()
  for (const [nth, { wanted, rarity, instead }] of leaves.entries()) {
    const links = linksWithAll(asking, wantedWords(wanted.text, wanted.isBegun))
    for (const word of instead.flatMap((said) => wantedWords(said, false)))
      for (const link of linksWith(asking, word)) links.add(link)
    for (const place of links) {
      const link = found.get(place) ?? { place, leaves: 0, rarity: 0 }
      found.set(place, link)
      link.leaves |= 1 << nth
      link.rarity += rarity
    }
  }
  return found
}

function linksWithAll(asking: Asking, words: readonly WantedWord[]): Set<number> {
  const [first, ...rest] = words.map((word) => linksWith(asking, word))
  return new Set([...(first ?? [])].filter((link) => rest.every((each) => each.has(link))))
}

function commonIn({ count }: FullText): number {
  return Math.min(Math.max(count * COMMON.share, COMMON.least), COMMON.most)
}

/** Links whose words have a word, each as one number. */
function linksWith({ text, checkTime }: Asking, wanted: WantedWord): Set<number> {
  checkTime()
  const links = new Set<number>()
  // What begins with a letter or two is almost anything.
  if (wanted.isBegun && wanted.term.length < SHORT && wanted.term < SPACELESS) return links
  const all = text.stored(wanted, anchorTerm)
  if (all.length === 0 || text.unite(all).docs.length > commonIn(text)) return links
  for (const stored of all)
    eachPlaces(stored, text.lengths, (doc, ordinals, count) => {
      for (let at = 0; at < count; at++) links.add(placeOf(doc, ordinals[at] as number))
    })
  return links
}
