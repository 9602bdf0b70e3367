import { Drawer } from '@base-ui/react/drawer'
import type { ReactElement, ReactNode } from 'react'
import { sheetOpen } from '../layout/panels.ts'
import { useStore } from '../store.ts'
import css from './margin.module.css'

interface SheetProps {
  readonly label: string
  /** What the button says that pulls it out. */
  readonly handle: ReactNode
  readonly children: ReactNode
}

/** The margin where there is no room beside the text: pulled out from below. */
export function Sheet({ label, handle, children }: SheetProps): ReactElement {
  const open = useStore(sheetOpen)
  return (
    <Drawer.Root open={open} onOpenChange={(next) => sheetOpen.set(next)} swipeDirection="down">
      <aside aria-label={label} className={css.handle}>
        <Drawer.Trigger className={css.handleButton}>{handle}</Drawer.Trigger>
      </aside>
      <Drawer.Portal>
        <Drawer.Backdrop className={css.backdrop} />
        <Drawer.Viewport className={css.viewport}>
          <Drawer.Popup className={css.sheet} aria-label={label}>
            <div className={css.grip} aria-hidden />
            <Drawer.Content className={css.sheetContent}>{children}</Drawer.Content>
            <Drawer.Close className={css.close}>Close</Drawer.Close>
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  )
}
