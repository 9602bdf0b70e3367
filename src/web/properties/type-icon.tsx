import {
  Braces,
  CalendarClock,
  CalendarDays,
  Hash,
  Link2,
  List,
  type LucideIcon,
  SquareCheckBig,
  TextCursorInput,
} from 'lucide-react'
import type { ReactElement } from 'react'
import type { PropertyType } from '../../core/properties/types.ts'

export type ShownType = PropertyType | 'other'

const ICONS: Readonly<Record<ShownType, LucideIcon>> = {
  text: TextCursorInput,
  number: Hash,
  checkbox: SquareCheckBig,
  date: CalendarDays,
  datetime: CalendarClock,
  link: Link2,
  list: List,
  other: Braces,
}

export const TYPE_NAMES: Readonly<Record<ShownType, string>> = {
  text: 'Text',
  number: 'Number',
  checkbox: 'Yes or no',
  date: 'Date',
  datetime: 'Date and time',
  link: 'Link',
  list: 'List',
  other: 'As written',
}

export function TypeIcon({ type }: { type: ShownType }): ReactElement {
  const Icon = ICONS[type]
  return <Icon size={15} strokeWidth={1.75} aria-hidden />
}
