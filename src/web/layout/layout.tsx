import { type ReactElement, type ReactNode, useEffect, useLayoutEffect } from 'react'
import { catchKeys, releaseKeys } from '../catch-keys.ts'
import { focusMain, isFocusLost } from '../focus.ts'
import { useRoute } from '../navigate.ts'
import { say } from '../notice.ts'
import { preview } from '../preview-state.ts'
import { RenamedBar } from '../refactor/renamed-bar.tsx'
import { task } from '../refactor/task.ts'
import { useStore } from '../store.ts'
import { NARROW, useMedia } from '../ui/media.ts'
import css from './layout.module.css'
import { LeftColumn } from './left-column.tsx'
import { NoticeBar } from './notice-bar.tsx'
import { LeftDrawer, PreviewCard, RefactorDialog, Switcher } from './over.ts'
import { drawerOpen, leftOpen, sheetOpen, switcher } from './panels.ts'
import { useShortcuts } from './use-shortcuts.ts'

/** The frame around every view: what is in it changes with the route, the frame stays. */
export function Layout({ children }: { children: ReactNode }): ReactElement {
  const narrow = useMedia(NARROW)
  const open = useStore(leftOpen)
  useShortcuts(narrow)
  useKeptFocus()
  return (
    <>
      <button type="button" className={css.skip} onClick={() => document.getElementById('main')?.focus()}>
        Skip to the text
      </button>
      <div className={css.layout} data-left={open && !narrow ? 'open' : 'folded'}>
        {narrow ? <Drawer /> : open && <LeftColumn />}
        {children}
      </div>
      <SwitcherHost />
      <RefactorDialog wanted={useStore(task) !== undefined} />
      <PreviewHost />
      <RenamedBar />
      <NoticeBar />
    </>
  )
}

/** What had the focus may go with the view that it was in; then the new view gets it. */
function useKeptFocus(): void {
  const route = useRoute()
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (isFocusLost()) focusMain()
    })
    return () => cancelAnimationFrame(frame)
  }, [route])
}

function Drawer(): ReactElement {
  const route = useRoute()
  // Going somewhere closes what is pulled out.
  useEffect(() => {
    drawerOpen.set(false)
    sheetOpen.set(false)
  }, [route])
  return <LeftDrawer wanted={useStore(drawerOpen)} />
}

/** The first Ctrl+K may come before the switcher: what is typed after it waits for it. */
function SwitcherHost(): ReactElement {
  const wanted = useStore(switcher) !== 'closed'
  useLayoutEffect(() => {
    if (!wanted || Switcher.isThere()) return
    const close = () => switcher.set('closed')
    catchKeys('The quick switcher opens', close)
    void Switcher.fetch().then((there) => {
      if (there) return
      close()
      say('The quick switcher could not be loaded. Check that Notly is still running, then try again.')
    })
    return () => void releaseKeys()
  }, [wanted])
  return <Switcher wanted={wanted} />
}

function PreviewHost(): ReactElement | null {
  const shown = useStore(preview)
  return shown ? <PreviewCard shown={shown} /> : null
}
