import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { ChoiceMenu } from '../editor/choice-menu.tsx'
import { queries } from '../queries.ts'
import { StatusButton } from './status-button.tsx'
import { STATUSES, StatusMark } from './status-mark.tsx'

interface StatusMenuProps {
  readonly status: string | undefined
  /** A status that is not among them is wanted. */
  onOther(): void
  /** @param status empty for none */
  onChange(status: string): void
}

/** The four that a decision may have, then those that other decisions have. */
export function StatusMenu({ status, onChange, onOther }: StatusMenuProps): ReactElement {
  const { data = [] } = useQuery(queries.values('status', '', 'decision'))
  const known: readonly string[] = STATUSES
  const own = data.map(({ value }) => value).filter((value) => !known.includes(value.toLowerCase()))
  const icon = (choice: string): ReactElement => <StatusMark status={choice} />
  const button = <StatusButton status={status} />
  return (
    <ChoiceMenu
      button={button}
      value={status}
      choices={[...known, ...own]}
      other="Another status…"
      icon={icon}
      onChange={onChange}
      onOther={onOther}
    />
  )
}
