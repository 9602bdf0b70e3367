import { Popover } from '@base-ui/react/popover'
import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useMemo } from 'react'
import { folderOf } from '../core/path.ts'
import type { PassageAnswer } from '../http/types.ts'
import { Markdown } from './markdown/markdown.tsx'
import css from './preview.module.css'
import { hidePreview, keepPreview, type Preview } from './preview-state.ts'
import { queries } from './queries.ts'
import { When } from './ui/dates.tsx'
import { KindIcon } from './ui/kind-icon.tsx'

/** As much of a note as a card can hold. */
const SHOWN = 1600

/** The one card of the page; `showPreview` fills it. */
export function PreviewCard({ shown }: { shown: Preview }): ReactElement | null {
  const { data } = useQuery(queries.passage(shown.path, shown.fragment))
  const anchor = useMemo(() => ({ getBoundingClientRect: () => shown.anchor }), [shown])
  if (!data) return null
  return (
    <Popover.Root open onOpenChange={(open) => open || hidePreview({ now: true })}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side={sideOf(shown.anchor)}
          align="start"
          sideOffset={6}
          collisionPadding={12}
          className={css.place}
        >
          <Popover.Popup
            className={css.card}
            initialFocus={false}
            finalFocus={false}
            aria-label={`Preview of ${data.title}`}
            onPointerEnter={keepPreview}
            onPointerLeave={() => hidePreview()}
          >
            <Passage passage={data} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** Beside the columns, so that a card does not hide the list that it was asked from. */
function sideOf(anchor: DOMRect): 'left' | 'right' | 'bottom' {
  if (anchor.left > innerWidth * 0.66) return 'left'
  return anchor.right < innerWidth * 0.25 ? 'right' : 'bottom'
}

function Passage({ passage }: { passage: PassageAnswer }): ReactElement {
  const folder = folderOf(passage.path)
  return (
    <>
      <header className={css.head}>
        <KindIcon kind={passage.kind} />
        <strong>{passage.title}</strong>
        <span className={css.meta}>
          {folder !== '' && `${folder} · `}
          <When date={passage.date} />
        </span>
      </header>
      {!passage.found && <p className={css.missing}>This heading is not in the note any more. Here is its start.</p>}
      <div className={css.text}>
        <Markdown text={passage.text.slice(0, SHOWN)} title={passage.title} />
      </div>
    </>
  )
}
