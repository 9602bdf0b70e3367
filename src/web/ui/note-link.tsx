import type { ComponentProps, KeyboardEvent, MouseEvent, PointerEvent, ReactElement } from 'react'
import { isNotePath } from '../../core/path.ts'
import { fileUrl } from '../api.ts'
import { currentRoute, openNote } from '../navigate.ts'
import { hidePreview, showPreview } from '../preview-state.ts'
import { hrefOf } from '../routes.ts'

export interface NoteLinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  readonly path: string
  /** Offset in the note to open it at. */
  readonly at?: number | undefined
  readonly fragment?: string | undefined
  /** Whether resting on the link shows the note. */
  readonly preview?: boolean
}

/** A link to a note: opens in place, with Ctrl beside the note that is open; resting on it, or Ctrl on the keyboard, shows a preview. */
export function NoteLink({ path, at, fragment, preview = true, onClick, ...rest }: NoteLinkProps): ReactElement {
  const place = { ...(at === undefined ? {} : { at }), ...(fragment === undefined ? {} : { fragment }) }
  const show = (event: PointerEvent | KeyboardEvent, now: boolean) => {
    if (preview && isNotePath(path)) showPreview(event.currentTarget.getBoundingClientRect(), path, fragment, { now })
  }
  return (
    <a
      href={isNotePath(path) ? hrefOf({ kind: 'note', path, ...place }) : fileUrl(path)}
      onPointerEnter={(event) => event.pointerType === 'mouse' && show(event, false)}
      onPointerLeave={() => hidePreview()}
      onBlur={() => hidePreview()}
      onKeyDown={(event) => event.key === 'Control' && show(event, true)}
      {...rest}
      onClick={(event) => {
        onClick?.(event)
        hidePreview({ now: true })
        const beside = (event.ctrlKey || event.metaKey) && currentRoute().kind === 'note'
        if (event.defaultPrevented || (!beside && !opensHere(event))) return
        event.preventDefault()
        openNote(path, { ...place, beside })
      }}
    />
  )
}

/** A plain click; with a modifier the browser does what it always does. */
export function opensHere(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
}
