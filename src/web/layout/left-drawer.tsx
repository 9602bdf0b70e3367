import { Dialog } from '@base-ui/react/dialog'
import type { ReactElement } from 'react'
import { useStore } from '../store.ts'
import css from './layout.module.css'
import { LeftColumn } from './left-column.tsx'
import { drawerOpen } from './panels.ts'

/** The left column where there is no room for it: pulled out over the page. */
export function LeftDrawer(): ReactElement {
  const open = useStore(drawerOpen)
  return (
    <Dialog.Root open={open} onOpenChange={(next) => drawerOpen.set(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={css.backdrop} />
        <Dialog.Popup className={css.drawer} aria-label="Notes and views">
          <LeftColumn inDrawer />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
