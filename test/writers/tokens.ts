/**
 * How a program writes. As Notly does: through a server that others use too, in a process of its own, or by a command each time; and as others
 * do: a new file in the place of the old, into the old one, emptied first, or by `git checkout`.
 */
export type Way = 'server' | 'notly' | 'command' | 'renaming' | 'in place' | 'git'

const NOTES = 4

export function sharedNote(nth: number): string {
  return `notes/Shared ${nth % NOTES}.md`
}

export const SHARED_NOTES = Array.from({ length: NOTES }, (_, nth) => sharedNote(nth))

/** Before this a command puts its tokens, which knows notes only by their words. */
export function endOf(nth: number): string {
  return `endof${nth % NOTES}`
}

export function sharedText(nth: number): string {
  return `# Shared\n\nBy commands: ${endOf(nth)}\n\n`
}

export function withToken(text: string, token: string): string {
  return `${text}- token ${token} and @[[Shared ${token.length % NOTES}]]\n`
}

export function tokensIn(text: string): string[] {
  return [...text.matchAll(/\btoken (\S+) /g)].map(([, token]) => token as string)
}
