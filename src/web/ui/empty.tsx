import type { LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import css from './empty.module.css'

/** What stands in a view that has nothing to show: what will be there, and the first step. */
export function Empty(props: { icon: LucideIcon; children: ReactNode; action?: ReactNode }): ReactElement {
  const { icon: Icon, children, action } = props
  return (
    <div className={css.empty}>
      <Icon size={28} strokeWidth={1.25} aria-hidden />
      <p>{children}</p>
      {action}
    </div>
  )
}
