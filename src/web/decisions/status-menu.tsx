import type { ReactElement } from 'react'
import { ChoiceMenu } from '../editor/choice-menu.tsx'
import { StatusButton } from './status-button.tsx'
import { STATUSES, StatusMark } from './status-mark.tsx'

interface StatusMenuProps {
  readonly status: string | undefined
  /** @param status empty for none */
  onChange(status: string): void
}

/** The four a decision may have, and the one it has if it is the writer's own word. */
export function StatusMenu({ status, onChange }: StatusMenuProps): ReactElement {
  const icon = (choice: string): ReactElement => <StatusMark status={choice} />
  const button = <StatusButton status={status} />
  return <ChoiceMenu button={button} value={status} choices={STATUSES} icon={icon} onChange={onChange} />
}
