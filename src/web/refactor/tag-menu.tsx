import { Ellipsis } from 'lucide-react'
import type { ComponentProps, ReactElement } from 'react'
import { IconButton } from '../ui/icon-button.tsx'
import { laterMenu } from '../ui/later.tsx'

interface TagMenuProps {
  readonly tag: string
  readonly className?: string | undefined
}

const Menu = laterMenu(async () => (await import('./tag-menu-list.tsx')).TagMenuList)

/** What can be done with a tag. */
export function TagMenu(props: TagMenuProps): ReactElement {
  return <Menu {...props} fallback={<TagMenuButton {...props} />} />
}

export function TagMenuButton({ tag, ...rest }: TagMenuProps & ComponentProps<'button'>): ReactElement {
  return <IconButton icon={Ellipsis} size={16} label={`More to do with #${tag}`} {...rest} />
}
