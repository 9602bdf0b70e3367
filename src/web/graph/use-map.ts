import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { GraphAnswer, MapAnswer } from '../../http/types.ts'
import { api } from '../api.ts'
import { queries } from '../queries.ts'
import { startLayout } from './layout.ts'
import type { LayoutNews } from './layout-worker.ts'
import { countNew, mapOf, placesIn, startingPlaces } from './places.ts'

/** How often all notes are moved: more for a map that is new than for one that a few notes came to; never where all is as it was. */
const ROUNDS = { fresh: 400, known: 60, same: 0 }

const NEW: MapAnswer = { path: [], places: [], links: 0 }

/** @param isLast they move no more */
type Follower = (positions: Float32Array, isLast: boolean) => void

/** Where the notes of an answer are now, whatever part of them is seen. */
export class LivePlaces {
  /** x and y of each note, in turn. */
  positions: Float32Array
  readonly #followers = new Set<Follower>()

  constructor(positions: Float32Array) {
    this.positions = positions
  }

  move(positions: Float32Array, isLast: boolean): void {
    this.positions = positions
    for (const follower of this.#followers) follower(positions, isLast)
  }

  /** @returns a function that ends it */
  follow(follower: Follower): () => void {
    this.#followers.add(follower)
    return () => this.#followers.delete(follower)
  }
}

export interface GraphMap {
  /** Undefined until it is known where the notes were left. */
  readonly places: LivePlaces | undefined
  /** How far the layout is; undefined when the notes are in their places. */
  readonly progress: { readonly done: number; readonly total: number } | undefined
  /** For each note the number of its community. */
  readonly communities: Int32Array | undefined
}

/**
 * Moves the notes of an answer to their places, and keeps them with the vault. All of them, also when a filter shows a few: whoever
 * takes it away, or goes back in time, finds each note where it was.
 * @param around the note in the middle; the whole vault when undefined
 */
export function useMap(answer: GraphAnswer, around: string | undefined): GraphMap {
  const client = useQueryClient()
  const { data, isError } = useQuery(queries.map(around))
  const kept = data ?? (isError ? NEW : undefined)
  const [places, setPlaces] = useState<{ readonly answer: GraphAnswer; readonly live: LivePlaces }>()
  const [progress, setProgress] = useState<GraphMap['progress']>()
  const [communities, setCommunities] = useState<{ readonly answer: GraphAnswer; readonly numbers: Int32Array }>()
  const latest = useRef(kept)
  latest.current = kept
  const isKnown = kept !== undefined

  useEffect(() => {
    if (!isKnown || latest.current === undefined) return
    const start = startOf(answer, latest.current)
    const live = new LivePlaces(start.positions)
    const keep = (map: MapAnswer): void => {
      client.setQueryData(queries.map(around).queryKey, map)
      // Whoever cannot write into the vault gets the map anew next time.
      void api.keepMap({ around: around ?? null, ...map }).catch(() => {})
    }
    const take = (news: LayoutNews): void => {
      if (news.kind === 'communities') {
        setCommunities({ answer, numbers: news.communities })
        return
      }
      const isDone = news.done === news.total
      live.move(news.positions, isDone)
      setProgress(isDone ? undefined : news)
      if (isDone) keep(mapOf(answer.notes.path, news.positions, start.links.length / 2, start.known))
    }
    setPlaces({ answer, live })
    const stop = startLayout({ positions: start.positions, links: start.links, rounds: start.rounds }, take)
    return () => {
      stop()
      setProgress(undefined)
    }
  }, [client, answer, around, isKnown])
  // Those of another answer have other notes.
  return {
    places: places?.answer === answer ? places.live : undefined,
    progress,
    communities: communities?.answer === answer ? communities.numbers : undefined,
  }
}

function startOf({ notes: { path }, links }: GraphAnswer, kept: MapAnswer) {
  const known = placesIn(kept)
  const ends = new Int32Array((links.length / 3) * 2)
  for (let link = 0; link * 3 < links.length; link++) ends.set(links.slice(link * 3, link * 3 + 2), link * 2)
  return {
    known,
    positions: startingPlaces(path, links, known),
    links: ends,
    rounds: roundsOf(path.length, countNew(path, known), ends.length / 2 === kept.links),
  }
}

function roundsOf(notes: number, fresh: number, isLinkedAsBefore: boolean): number {
  if (fresh > notes / 10) return ROUNDS.fresh
  return fresh === 0 && isLinkedAsBefore ? ROUNDS.same : ROUNDS.known
}
