import type { ReactElement, ReactNode } from 'react'
import { switcher } from '../layout/panels.ts'
import { classes } from '../ui/class-names.ts'
import controls from '../ui/controls.module.css'

export function NewNoteButton({ children }: { children: ReactNode }): ReactElement {
  return (
    <button type="button" className={classes(controls.button, controls.primary)} onClick={() => switcher.set('create')}>
      {children}
    </button>
  )
}
