import type { Decoration } from '@codemirror/view'
import type { Scene } from './preview.ts'

/** Decorates each line of a range that is visible. */
export function eachLine(scene: Scene, from: number, to: number, decoration: Decoration): void {
  const { doc } = scene.state
  for (let at = Math.max(from, scene.from); at <= Math.min(to, scene.to); ) {
    const { from: start, to: end } = doc.lineAt(at)
    scene.add(decoration.range(start))
    at = end + 1
  }
}
