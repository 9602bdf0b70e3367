import type { ComponentProps, ReactElement } from 'react'
import { go } from '../navigate.ts'
import { hrefOf, type Route } from '../routes.ts'
import { opensHere } from './note-link.tsx'

/** A link to a view. */
export function RouteLink({ to, onClick, ...rest }: Omit<ComponentProps<'a'>, 'href'> & { to: Route }): ReactElement {
  return (
    <a
      href={hrefOf(to)}
      {...rest}
      onClick={(event) => {
        onClick?.(event)
        if (event.defaultPrevented || !opensHere(event)) return
        event.preventDefault()
        go(to)
      }}
    />
  )
}
