import type { LinkAnswer } from '../../http/types.ts'

/** What a note links to: one row for each note or name, in the order in which they first stand in the text. */
export interface Outgoing {
  readonly key: string
  /** Undefined while no note answers to the name. */
  readonly path: string | undefined
  readonly title: string
  readonly kind: string | null
  readonly ambiguous: boolean
  readonly relations: readonly string[]
  readonly links: number
}

/** Files that are shown in the text are no notes to write. */
const ATTACHMENT = /\.(?!md$)[a-z0-9]{2,5}$/i

export function outgoing(links: readonly LinkAnswer[], self: string): Outgoing[] {
  const shown = links.filter(
    (link) => link.resolved !== self && (link.resolved !== null || (link.target !== '' && !isAttachment(link))),
  )
  return [...Map.groupBy(shown, keyOf)].map(([key, own]) => row(key, own))
}

function isAttachment({ form, target }: LinkAnswer): boolean {
  return (form === 'embed' || form === 'markdown') && ATTACHMENT.test(target)
}

function keyOf({ resolved, target }: LinkAnswer): string {
  return resolved === null ? `?${target.toLowerCase()}` : `=${resolved}`
}

function row(key: string, links: readonly LinkAnswer[]): Outgoing {
  const first = links[0]
  return {
    key,
    path: first?.resolved ?? undefined,
    title: first?.title ?? first?.target ?? '',
    kind: first?.kind ?? null,
    ambiguous: links.some(({ ambiguous }) => ambiguous),
    relations: [...new Set(links.flatMap(({ relation }) => relation ?? []))],
    links: links.length,
  }
}

/** Typing moves every link behind it, and changes none of them. */
export function sameOutgoing(a: Outgoing, b: Outgoing): boolean {
  return (
    a.key === b.key &&
    a.title === b.title &&
    a.kind === b.kind &&
    a.ambiguous === b.ambiguous &&
    a.relations.join() === b.relations.join()
  )
}
