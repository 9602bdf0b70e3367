import { ChevronDown } from 'lucide-react'
import type { ComponentProps, ReactElement } from 'react'
import css from './search.module.css'

interface FilterButtonProps extends ComponentProps<'button'> {
  readonly label: string
}

export function FilterButton({ label, ...rest }: FilterButtonProps): ReactElement {
  return (
    <button type="button" {...rest} className={css.add}>
      {label}
      <ChevronDown size={13} strokeWidth={2} aria-hidden />
    </button>
  )
}
