import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'

/** Where a button was pressed whose code was not there yet. Viewport coordinates. */
export interface EarlyPress {
  readonly x: number
  readonly y: number
  /** The pointer has not been let go of yet. */
  isDown: boolean
}

interface WaitingProps {
  readonly children: ReactNode
  onPress(press: EarlyPress): void
}

/** Notices who presses a button that stands for a part that is still to come. */
export function Waiting({ children, onPress }: WaitingProps): ReactElement {
  return (
    <span
      style={{ display: 'contents' }}
      onPointerDownCapture={({ target }) => {
        const press = pressOn(target, true)
        if (press === undefined) return
        addEventListener(
          'pointerup',
          () => {
            press.isDown = false
            onPress(press)
          },
          { once: true },
        )
        onPress(press)
      }}
      onClickCapture={({ target, detail }) => {
        const press = detail === 0 ? pressOn(target, false) : undefined
        if (press !== undefined) onPress(press)
      }}
    >
      {children}
    </span>
  )
}

function pressOn(target: EventTarget, isDown: boolean): EarlyPress | undefined {
  const button = target instanceof Element ? target.closest('button') : null
  if (button === null) return undefined
  const { left, top, width, height } = button.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2, isDown }
}

/** @returns what to call with a press: the button that takes the place of the pressed one gets it as soon as `isThere`. */
export function useEarlyPress(isThere: boolean): (press: EarlyPress) => void {
  const kept = useRef<EarlyPress>(undefined)
  const there = useRef(isThere)
  there.current = isThere
  const pass = () => {
    const press = kept.current
    if (press === undefined || press.isDown || !there.current) return
    kept.current = undefined
    const button = document.elementFromPoint(press.x, press.y)?.closest('button')
    button?.focus()
    button?.click()
  }
  useEffect(pass, [isThere])
  return (press) => {
    kept.current = press
    // The click that belongs to the press comes first.
    setTimeout(pass)
  }
}
