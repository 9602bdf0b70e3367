import type { ReactElement } from 'react'
import { KindIcon } from '../ui/kind-icon.tsx'
import { ChoiceMenu } from './choice-menu.tsx'
import { KINDS } from './icons.tsx'
import { KindButton } from './kind-button.tsx'

interface KindMenuProps {
  readonly kind: string | undefined
  /** @param kind empty for none */
  onChange(kind: string): void
}

/** The kinds that Notly knows, and the one that the note has if it is the writer's own word. */
export function KindMenu({ kind, onChange }: KindMenuProps): ReactElement {
  const icon = (choice: string): ReactElement => <KindIcon kind={choice} />
  return (
    <ChoiceMenu
      button={<KindButton kind={kind} />}
      value={kind}
      choices={KINDS}
      canBeNone
      icon={icon}
      onChange={onChange}
    />
  )
}
