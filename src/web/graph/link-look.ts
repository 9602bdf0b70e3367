import { meaningOf, Role } from '../../core/chain/meaning.ts'

/** How links are told apart in the picture: by what their relation does. */
export type LinkLook = 'rests' | 'against' | 'ends' | 'along' | 'named' | 'plain'

/** In the order of the legend. The token is one of the design, the size in pixels. */
export const LINK_LOOKS: Readonly<Record<LinkLook, { token: string; size: number; said: string }>> = {
  rests: { token: '--ink-soft', size: 1.8, said: 'rests on' },
  against: { token: '--warn', size: 2.2, said: 'contradicts' },
  ends: { token: '--kind-decision', size: 2.2, said: 'supersedes' },
  along: { token: '--kind-project', size: 1.8, said: 'gathers, part of' },
  named: { token: '--line-control', size: 1.6, said: 'another relation' },
  plain: { token: '--line-strong', size: 1, said: 'mentions' },
}

/** @param relation as the graph has it; null for a plain link */
export function lookOf(relation: string | null): LinkLook {
  const { role } = meaningOf(relation)
  if (role === Role.plain) return 'plain'
  if (role === Role.named) return 'named'
  if (role === Role.along) return 'along'
  if (relation?.startsWith('contradict')) return 'against'
  return relation?.startsWith('supersede') ? 'ends' : 'rests'
}
