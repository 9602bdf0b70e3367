/** The design tokens as values that a canvas understands, in the theme of the moment. */

import { LINK_LOOKS, type LinkLook } from './link-look.ts'

export interface Colours {
  readonly paper: string
  readonly raised: string
  readonly ink: string
  readonly line: string
  readonly faint: string
  readonly faded: string
  readonly accent: string
  readonly font: string
  kind(kind: string | null): string
  link(look: LinkLook): string
  /** One of a few that are told apart, by rank; what is no group, or one of many, has the last of them. */
  group(rank: number | undefined): string
}

const KINDS = ['task', 'idea', 'knowledge', 'decision', 'project', 'other']

/** @param place an element of the page, whose theme is taken */
export function coloursOf(place: HTMLElement): Colours {
  const probe = document.createElement('span')
  place.append(probe)
  const value = (token: string): string => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  }
  const kinds = new Map(KINDS.map((kind) => [kind, value(`--kind-${kind}`)]))
  const colours = {
    paper: value('--paper'),
    raised: value('--paper-raised'),
    ink: value('--ink'),
    line: value('--line-strong'),
    faint: value('--line'),
    faded: value('--line'),
    accent: value('--accent'),
    font: getComputedStyle(place).fontFamily,
  }
  const links = new Map(Object.entries(LINK_LOOKS).map(([look, { token }]) => [look, value(token)]))
  probe.remove()
  const all = [...kinds.values()]
  return {
    ...colours,
    kind: (kind) => kinds.get(kind ?? '') ?? (kinds.get('other') as string),
    link: (look) => links.get(look) as string,
    group: (rank = all.length) => all[Math.min(rank, all.length - 1)] as string,
  }
}
