import { type RefObject, useEffect, useRef, useState } from 'react'
import type { CameraState } from 'sigma/types'
import type { GraphAnswer } from '../../http/types.ts'
import { openNote } from '../navigate.ts'
import { hidePreview, showPreview } from '../preview-state.ts'
import { SLIM } from '../ui/media.ts'
import { type Colours, coloursOf } from './colours.ts'
import type { GraphPart } from './filter.ts'
import { shapesIn } from './kind-shapes.tsx'
import { Mover } from './mover.ts'
import { type Look, Picture } from './picture.ts'
import type { LivePlaces } from './use-map.ts'

export interface Drawn {
  readonly picture: Picture | undefined
  readonly colours: Colours | undefined
  /** The note that was chosen with the pointer. */
  readonly chosen: number | undefined
}

interface Asked {
  readonly place: RefObject<HTMLElement | null>
  /** Holds the icons of the kinds. */
  readonly icons: RefObject<HTMLElement | null>
  readonly answer: GraphAnswer
  readonly part: GraphPart
  /** The notes that the picture makes room for. */
  readonly frame: readonly number[]
  /** Nothing is drawn until they are known. */
  readonly places: LivePlaces | undefined
  readonly look: Look
  /** Another one draws the picture anew: the theme. */
  readonly key: string
}

/** Draws a part of a graph into an element, where its notes are. */
export function usePicture({ place, icons, answer, part, frame, places, look, key }: Asked): Drawn {
  const [picture, setPicture] = useState<Picture>()
  const [colours, setColours] = useState<Colours>()
  const [chosen, setChosen] = useState<number>()
  const latest = useRef(look)
  latest.current = look
  const view = useRef<{ readonly frame: readonly number[]; readonly camera: CameraState }>(undefined)

  // The key stands for the theme, which the colours are read from.
  useEffect(() => {
    const element = place.current
    if (element === null || places === undefined || part.notes.length === 0) return
    const own = coloursOf(element)
    const { positions } = places
    const made = new Picture(element, { answer, part, colours: own, positions, frame }, shapesIn(icons.current), {
      onHover: (note) => {
        element.style.cursor = note === undefined ? '' : 'pointer'
      },
      onChoose: (note, at) => {
        const path = answer.notes.path[note] as string
        setChosen(note)
        if (matchMedia(SLIM).matches) openNote(path)
        else showPreview(at, path, undefined, { now: true })
      },
    })
    // Another filter shows others where one is looking.
    if (view.current?.frame === frame) made.view = view.current.camera
    made.look(latest.current)
    setPicture(made)
    setColours(own)
    const mover = new Mover(made)
    const leave = places.follow((moved, isLast) => mover.move(moved, isLast))
    return () => {
      leave()
      mover.end()
      hidePreview({ now: true })
      setPicture(undefined)
      view.current = { frame, camera: made.view }
      made.close()
    }
  }, [place, icons, answer, part, frame, places, key])

  useEffect(() => {
    picture?.look(look)
  }, [picture, look])
  return { picture, colours, chosen }
}
