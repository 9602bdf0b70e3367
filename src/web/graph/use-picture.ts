import { type RefObject, useEffect, useRef, useState } from 'react'
import type { GraphAnswer } from '../../http/types.ts'
import { openNote } from '../navigate.ts'
import { hidePreview, showPreview } from '../preview-state.ts'
import { SLIM } from '../ui/media.ts'
import { type Colours, coloursOf } from './colours.ts'
import type { GraphPart } from './filter.ts'
import { startLayout } from './layout.ts'
import { Mover } from './mover.ts'
import { type Look, Picture } from './picture.ts'
import { countNew, keepPlaces, recallPlaces, startingPlaces } from './places.ts'

/** How often all notes are moved: more for a map that is new than for one that a few notes came to. */
const ROUNDS = { fresh: 400, known: 60 }

export interface Drawn {
  readonly picture: Picture | undefined
  /** How far the layout is; undefined when the notes are in their places. */
  readonly progress: { readonly done: number; readonly total: number } | undefined
  /** For each note, by its place in the answer, the number of its community. */
  readonly communities: ReadonlyMap<number, number> | undefined
  readonly colours: Colours | undefined
  /** The note that was chosen with the pointer. */
  readonly chosen: number | undefined
}

interface Asked {
  readonly place: RefObject<HTMLElement | null>
  readonly answer: GraphAnswer
  readonly part: GraphPart
  /** Under which places are kept. */
  readonly map: string
  readonly look: Look
  /** Another one draws the picture anew: the theme. */
  readonly key: string
}

/** Draws a part of a graph into an element, moves the notes to their places, and keeps them. */
export function usePicture({ place, answer, part, map, look, key }: Asked): Drawn {
  const [picture, setPicture] = useState<Picture>()
  const [colours, setColours] = useState<Colours>()
  const [progress, setProgress] = useState<Drawn['progress']>()
  const [communities, setCommunities] = useState<Drawn['communities']>()
  const [chosen, setChosen] = useState<number>()
  const latest = useRef(look)
  latest.current = look

  // The key stands for the theme, which the colours are read from.
  useEffect(() => {
    const element = place.current
    if (element === null || part.notes.length === 0) return
    const paths = part.notes.map((note) => answer.notes.path[note] as string)
    const ends = endsOf(part)
    const known = recallPlaces(map)
    const positions = startingPlaces(paths, ends, known)
    const own = coloursOf(element)
    const made = new Picture(
      element,
      { answer, part, colours: own, ends, positions },
      {
        onHover: (note) => {
          element.style.cursor = note === undefined ? '' : 'pointer'
        },
        onChoose: (note, at) => {
          const path = answer.notes.path[note] as string
          setChosen(note)
          if (matchMedia(SLIM).matches) openNote(path)
          else showPreview(at, path, undefined, { now: true })
        },
      },
    )
    made.look(latest.current)
    setPicture(made)
    setColours(own)
    const rounds = countNew(paths, known) > paths.length / 10 ? ROUNDS.fresh : ROUNDS.known
    const mover = new Mover(made)
    const stop = startLayout({ positions, links: ends, rounds }, (news) => {
      if (news.kind === 'communities')
        setCommunities(new Map(part.notes.map((note, at) => [note, news.communities[at] as number])))
      else {
        mover.move(news.positions)
        const isDone = news.done === news.total
        setProgress(isDone ? undefined : news)
        if (!isDone) return
        keepPlaces(map, paths, news.positions)
      }
    })
    return () => {
      stop()
      mover.end()
      hidePreview({ now: true })
      setPicture(undefined)
      setProgress(undefined)
      made.close()
    }
  }, [place, answer, part, map, key])

  useEffect(() => {
    picture?.look(look)
  }, [picture, look])
  return { picture, progress, communities, colours, chosen }
}

/** From and to of each link, by the note's place in the part. */
function endsOf({ notes, links }: GraphPart): Int32Array {
  const places = new Map(notes.map((note, at) => [note, at]))
  const ends = new Int32Array((links.length / 3) * 2)
  for (let link = 0; link * 3 < links.length; link++) {
    ends[link * 2] = places.get(links[link * 3] as number) as number
    ends[link * 2 + 1] = places.get(links[link * 3 + 1] as number) as number
  }
  return ends
}
