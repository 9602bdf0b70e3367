import { type ReactElement, useEffect } from 'react'
import { focusMain, isFocusLost } from '../focus.ts'
import { View } from './view.tsx'

/** A view whose code is still on its way: its heading where it will stand. */
export function AwaitedView({ title, wide }: { title: string; wide?: boolean }): ReactElement {
  // Whoever came here by keys has them in the view that takes its place.
  useEffect(
    () => () => {
      requestAnimationFrame(() => isFocusLost() && focusMain())
    },
    [],
  )
  return (
    <View title={title} wide={wide === true} isAwaited>
      {null}
    </View>
  )
}
