import { ArrowDownUp } from 'lucide-react'
import type { ComponentProps, ReactElement } from 'react'
import { IconButton } from '../ui/icon-button.tsx'

export function OrderButton(props: ComponentProps<'button'>): ReactElement {
  return <IconButton {...props} icon={ArrowDownUp} label="Sort backlinks" size={15} />
}
