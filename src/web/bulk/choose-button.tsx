import { ListChecks } from 'lucide-react'
import type { ReactElement } from 'react'
import controls from '../ui/controls.module.css'

/** Starts choosing several notes of a list. */
export function ChooseButton({ onChoose }: { onChoose(): void }): ReactElement {
  return (
    <button type="button" className={controls.button} onClick={onChoose}>
      <ListChecks size={15} strokeWidth={1.75} aria-hidden />
      Choose…
    </button>
  )
}
