/** The design tokens as values that a canvas understands, in the theme of the moment. */

export interface Colours {
  readonly paper: string
  readonly raised: string
  readonly ink: string
  readonly line: string
  readonly faint: string
  readonly faded: string
  readonly relation: string
  readonly accent: string
  readonly font: string
  kind(kind: string | null): string
  /** One of a few that are told apart, by number. */
  group(number: number): string
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
    relation: value('--line-control'),
    accent: value('--accent'),
    font: getComputedStyle(place).fontFamily,
  }
  probe.remove()
  const all = [...kinds.values()]
  return {
    ...colours,
    kind: (kind) => kinds.get(kind ?? '') ?? (kinds.get('other') as string),
    group: (number) => all[number % all.length] as string,
  }
}
