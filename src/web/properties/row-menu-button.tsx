import type { ComponentProps, ReactElement } from 'react'
import css from './properties.module.css'
import { type ShownType, TYPE_NAMES, TypeIcon } from './type-icon.tsx'

interface RowMenuButtonProps extends Omit<ComponentProps<'button'>, 'property' | 'type'> {
  readonly property: string
  readonly type: ShownType
}

/** The name of a property, which opens what can be done with it as a whole. */
export function RowMenuButton({ property, type, ...rest }: RowMenuButtonProps): ReactElement {
  return (
    <button
      type="button"
      {...rest}
      className={css.key}
      title={`${property} (${TYPE_NAMES[type].toLowerCase()})`}
      aria-label={`More to do with the property ${property}`}
    >
      <TypeIcon type={type} />
      <span>{property}</span>
    </button>
  )
}
