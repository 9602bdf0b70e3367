/** How a program writes: as Notly does; a new file in the place of the old; or into the old one, emptied first. */
export type Way = 'notly' | 'renaming' | 'in place'

const NOTES = 4

export function sharedNote(nth: number): string {
  return `notes/Shared ${nth % NOTES}.md`
}

export const SHARED_NOTES = Array.from({ length: NOTES }, (_, nth) => sharedNote(nth))

export function withToken(text: string, token: string): string {
  return `${text}- token ${token} and @[[Shared ${token.length % NOTES}]]\n`
}

export function tokensIn(text: string): string[] {
  return [...text.matchAll(/^- token (\S+) /gm)].map(([, token]) => token as string)
}
