/** Icons as plain nodes, for what stands inside the text, where React does not reach. */
import { CircleCheck, CircleX, CornerUpRight, FilePlus, Image, Info, Lightbulb, TriangleAlert } from 'lucide-react'
import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { SIGN_KINDS, SignIcon } from '../markdown/sign-icon.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'

export const KINDS = ['task', 'idea', 'knowledge', 'decision', 'project', 'template'] as const

const SIZE = 15

const ICONS: Readonly<Record<string, ReactElement>> = {
  ...Object.fromEntries([...KINDS, 'note'].map((kind) => [kind, <KindIcon key={kind} kind={kind} size={SIZE} />])),
  ...Object.fromEntries(SIGN_KINDS.map((kind) => [`sign-${kind}`, <SignIcon key={kind} kind={kind} size={SIZE} />])),
  'callout-note': <Info size={SIZE} strokeWidth={1.75} aria-hidden />,
  'callout-tip': <Lightbulb size={SIZE} strokeWidth={1.75} aria-hidden />,
  'callout-good': <CircleCheck size={SIZE} strokeWidth={1.75} aria-hidden />,
  'callout-warn': <TriangleAlert size={SIZE} strokeWidth={1.75} aria-hidden />,
  'callout-bad': <CircleX size={SIZE} strokeWidth={1.75} aria-hidden />,
  unresolved: <FilePlus size={SIZE} strokeWidth={1.75} aria-hidden />,
  own: <CornerUpRight size={SIZE} strokeWidth={1.75} aria-hidden />,
  image: <Image size={SIZE} strokeWidth={1.75} aria-hidden />,
}

/** Drawn once, copied for each use. */
const drawn = drawAll()

function drawAll(): ReadonlyMap<string, Node> {
  const holder = document.createElement('div')
  const root = createRoot(holder)
  flushSync(() => {
    root.render(
      Object.entries(ICONS).map(([name, icon]) => (
        <span key={name} data-name={name}>
          {icon}
        </span>
      )),
    )
  })
  const nodes = [...holder.querySelectorAll<HTMLElement>('[data-name]')].map(
    (span) => [span.dataset.name ?? '', (span.firstChild as Node).cloneNode(true)] as const,
  )
  root.unmount()
  return new Map(nodes)
}

/** @param name a kind, or `unresolved`, `own`, `image`, `sign-due`, `callout-tip` and the like; any other is a plain note */
export function iconNode(name: string | null | undefined): Node {
  const icon = drawn.get(name ?? 'note') ?? drawn.get('note')
  if (icon === undefined) throw new Error('The icons were not drawn')
  return icon.cloneNode(true)
}
