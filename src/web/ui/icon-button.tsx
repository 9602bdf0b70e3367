import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactElement } from 'react'
import { classes } from './class-names.ts'
import css from './controls.module.css'

interface IconButtonProps extends ComponentProps<'button'> {
  readonly icon: LucideIcon
  /** What it does; also its tooltip. */
  readonly label: string
  readonly shortcut?: string | undefined
  readonly size?: number
}

export function IconButton({
  icon: Icon,
  label,
  shortcut,
  size = 18,
  className,
  ...rest
}: IconButtonProps): ReactElement {
  return (
    <button
      type="button"
      aria-label={label}
      title={shortcut ? `${label} (${shortcut})` : label}
      className={classes(css.iconButton, className)}
      {...rest}
    >
      <Icon size={size} strokeWidth={1.75} aria-hidden />
    </button>
  )
}
