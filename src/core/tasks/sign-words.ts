/** How dates and priorities of tasks are written: the Tasks plugin's signs, and the Dataview keys that mean the same. */

export const DATE_SIGNS = {
  '📅': 'due',
  '📆': 'due',
  '🗓': 'due',
  '⏳': 'scheduled',
  '⌛': 'scheduled',
  '🛫': 'start',
  '✅': 'completed',
  '❌': 'cancelled',
  '➕': 'created',
} as const

export const PRIORITY_SIGNS = { '🔺': 'highest', '⏫': 'high', '🔼': 'medium', '🔽': 'low', '⏬': 'lowest' } as const

export const DATE_KEYS = {
  due: 'due',
  scheduled: 'scheduled',
  start: 'start',
  completion: 'completed',
  completed: 'completed',
} as const

/** Sign, date. */
export const SIGNED_DATE = /(📅|📆|🗓|⏳|⌛|🛫|✅|❌|➕)\ufe0f?\s*(\d{4}-\d{2}-\d{2})/gu
