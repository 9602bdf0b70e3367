import { X } from 'lucide-react'
import { type ReactElement, useEffect, useState } from 'react'
import { closeNotice, takeAction, useNotice } from '../notice.ts'
import { classes } from '../ui/class-names.ts'
import controls from '../ui/controls.module.css'
import { IconButton } from '../ui/icon-button.tsx'
import { keyLabel } from '../ui/shortcuts.ts'
import css from './notice-bar.module.css'
import { SHORTCUTS } from './use-shortcuts.ts'

/** How long an offer stays while nobody points at it or is in it. Milliseconds. */
const OFFER_MS = 10_000

/** One sentence at the foot of the page; it stays until it is read, or until its offer has had its time. */
export function NoticeBar(): ReactElement {
  const notice = useNotice()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (notice?.action === undefined || held) return
    const timer = setTimeout(closeNotice, OFFER_MS)
    return () => clearTimeout(timer)
  }, [notice, held])
  useEffect(() => {
    if (notice === undefined) setHeld(false)
  }, [notice])
  return (
    <div role="status" aria-label="Notice" className={css.place}>
      {notice && (
        // biome-ignore lint/a11y/noStaticElementInteractions: whoever is at it keeps it from going; nothing is done by that
        <div
          className={css.notice}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <p>{notice.message}</p>
          {notice.action && (
            <button
              type="button"
              className={classes(controls.button, css.action)}
              title={`${notice.action.label} (${keyLabel(SHORTCUTS.undo)})`}
              onClick={takeAction}
            >
              {notice.action.label}
            </button>
          )}
          <IconButton icon={X} label="Close" onClick={closeNotice} />
        </div>
      )}
    </div>
  )
}
