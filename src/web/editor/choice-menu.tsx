import { Menu } from '@base-ui/react/menu'
import type { ReactElement } from 'react'
import css from './head.module.css'

interface ChoiceMenuProps {
  readonly button: ReactElement
  /** What the note has; among the choices also when it is the writer's own word. */
  readonly value: string | undefined
  readonly choices: readonly string[]
  readonly canBeNone?: boolean
  /** Says that none of them is meant. */
  readonly other: string
  onOther(): void
  icon(choice: string): ReactElement
  /** @param value empty for none */
  onChange(value: string): void
}

/** One of some words, in a note's head. */
export function ChoiceMenu({
  button,
  value,
  choices,
  canBeNone,
  other,
  icon,
  onChange,
  onOther,
}: ChoiceMenuProps): ReactElement {
  const all = value === undefined || choices.includes(value) ? choices : [value, ...choices]
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={button} />
      <Menu.Portal>
        <Menu.Positioner className={css.menuPlace} align="start" sideOffset={4}>
          <Menu.Popup className={css.menu}>
            <Menu.RadioGroup value={value ?? ''} onValueChange={onChange}>
              {all.map((choice) => (
                <Menu.RadioItem key={choice} value={choice} className={css.item} closeOnClick>
                  {icon(choice)}
                  {choice}
                </Menu.RadioItem>
              ))}
              {canBeNone && (
                <Menu.RadioItem value="" className={css.item} closeOnClick>
                  <span className={css.noIcon} />
                  none
                </Menu.RadioItem>
              )}
            </Menu.RadioGroup>
            <Menu.Item className={css.item} onClick={onOther}>
              <span className={css.noIcon} />
              {other}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
