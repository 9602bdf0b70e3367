import { Ellipsis } from 'lucide-react'
import type { ComponentProps, ReactElement } from 'react'
import { IconButton } from '../ui/icon-button.tsx'

export function NoteMenuButton(props: ComponentProps<'button'>): ReactElement {
  return <IconButton icon={Ellipsis} label="More to do with this note" {...props} />
}
