import type { VersionAnswer } from '../../http/types.ts'
import { sayDay } from '../ui/days.ts'

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

/** `14:05` */
export function sayClock(date: string): string {
  return clock.format(new Date(date))
}

/** `today`, `12 Nov`: in the middle of a sentence. */
export function sayAgo(date: string): string {
  const day = sayDay(date)
  return /^\d/.test(day) ? day : day.toLowerCase()
}

/** `812 bytes`, `1.4 KB` */
export function sayBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${number.format(bytes / 1000)} KB` : `${number.format(bytes / 1_000_000)} MB`
}

/** What took the place of an earlier text. */
export function sayReplaced({ kind, label }: Pick<VersionAnswer, 'kind' | 'label'>): string {
  switch (kind) {
    case 'edit':
      return 'Replaced by writing on'
    case 'outside':
      return 'Changed by another program'
    case 'delete':
      return 'Deleted'
    case 'restore':
      return 'An earlier text was restored'
    default:
      return label
  }
}
