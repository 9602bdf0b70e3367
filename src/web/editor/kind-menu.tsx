import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { queries } from '../queries.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { ChoiceMenu } from './choice-menu.tsx'
import { KINDS } from './icons.tsx'
import { KindButton } from './kind-button.tsx'

/** Of the writer's own kinds. */
const MOST = 10

interface KindMenuProps {
  readonly kind: string | undefined
  /** A kind that is not among them is wanted. */
  onOther(): void
  /** @param kind empty for none */
  onChange(kind: string): void
}

/** The kinds that Notly knows, then those that other notes have. */
export function KindMenu({ kind, onChange, onOther }: KindMenuProps): ReactElement {
  const { data = [] } = useQuery(queries.kinds())
  const own = data
    .map((each) => each.kind)
    .filter((each) => each !== '' && !(KINDS as readonly string[]).includes(each))
  const icon = (choice: string): ReactElement => <KindIcon kind={choice} />
  return (
    <ChoiceMenu
      button={<KindButton kind={kind} />}
      value={kind}
      choices={[...KINDS, ...own.slice(0, MOST)]}
      other="Another kind…"
      onOther={onOther}
      canBeNone
      icon={icon}
      onChange={onChange}
    />
  )
}
