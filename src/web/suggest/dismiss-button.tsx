import { X } from 'lucide-react'
import type { ComponentProps, ReactElement } from 'react'
import { IconButton } from '../ui/icon-button.tsx'

export function DismissButton({
  words,
  ...props
}: ComponentProps<'button'> & { readonly words: string }): ReactElement {
  return <IconButton {...props} icon={X} label={`Dismiss “${words}”`} size={15} />
}
