/** Days and times as a template asks for them. */

const TOKEN = /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|dddd|ddd|DD|D|HH|H|mm|ss/g

const two = (number: number): string => String(number).padStart(2, '0')

/**
 * `YYYY-MM-DD`, `dddd, D MMMM YYYY`, `HH:mm`: the signs that templates of other programs use; what stands in brackets is as it is.
 * @param now its local day and time
 */
export function formatMoment(now: Date, format: string): string {
  return format.replace(TOKEN, (token, literal: string | undefined) => literal ?? PARTS[token]?.(now) ?? token)
}

/** Made with its first use, since that takes a hundred times as long as the use. The local day is given as one of UTC: the computer may travel meanwhile. */
function named(options: Intl.DateTimeFormatOptions): (now: Date) => string {
  let format: Intl.DateTimeFormat | undefined
  return (now) => {
    format ??= new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' })
    return format.format(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()))
  }
}

const PARTS: Readonly<Record<string, (now: Date) => string>> = {
  YYYY: (now) => String(now.getFullYear()).padStart(4, '0'),
  YY: (now) => two(now.getFullYear() % 100),
  MMMM: named({ month: 'long' }),
  MMM: named({ month: 'short' }),
  MM: (now) => two(now.getMonth() + 1),
  M: (now) => String(now.getMonth() + 1),
  dddd: named({ weekday: 'long' }),
  ddd: named({ weekday: 'short' }),
  DD: (now) => two(now.getDate()),
  D: (now) => String(now.getDate()),
  HH: (now) => two(now.getHours()),
  H: (now) => String(now.getHours()),
  mm: (now) => two(now.getMinutes()),
  ss: (now) => two(now.getSeconds()),
}
