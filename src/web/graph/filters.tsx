import { type ReactElement, useMemo } from 'react'
import type { GraphAnswer } from '../../http/types.ts'
import controls from '../ui/controls.module.css'
import { sayDay } from '../ui/days.ts'
import { choicesOf, type GraphFilter } from './filter.ts'
import css from './graph.module.css'
import { signOf } from './labels.ts'

interface FiltersProps {
  readonly answer: GraphAnswer
  readonly filter: GraphFilter
  readonly words: string
  readonly byCommunity: boolean
  onFilter(filter: GraphFilter): void
  onWords(words: string): void
  onCommunity(byCommunity: boolean): void
}

/** What of the graph is to be seen, for the picture and the list alike. */
export function Filters(props: FiltersProps): ReactElement {
  const { answer, filter, words, byCommunity, onFilter, onWords, onCommunity } = props
  const choices = useMemo(() => choicesOf(answer), [answer])
  const change = (part: Partial<GraphFilter>) => onFilter({ ...filter, ...part })
  return (
    <div className={css.filters}>
      <input
        type="search"
        className={`${controls.field} ${css.words}`}
        placeholder="Find in the graph"
        aria-label="Find in the graph"
        value={words}
        onChange={(event) => onWords(event.target.value)}
      />
      <Choice label="Tag" all="Any tag" value={filter.tag} choices={choices.tags} onChange={(tag) => change({ tag })} />
      <Choice
        label="Folder"
        all="Any folder"
        value={filter.folder}
        choices={choices.folders}
        onChange={(folder) => change({ folder })}
      />
      <label className={css.choice}>
        <span className={controls.hidden}>Relation</span>
        <select
          className={controls.field}
          value={filter.relation}
          onChange={(event) => change({ relation: event.target.value })}
        >
          <option value="all">All links</option>
          <option value="named">Links that say why</option>
          {choices.relations.map((relation) => (
            <option key={relation} value={relation}>
              {relation}
            </option>
          ))}
        </select>
      </label>
      <fieldset className={css.kinds}>
        <legend className={controls.hidden}>Kinds</legend>
        {choices.kinds.map((kind) => (
          <label key={kind} className={css.kind}>
            <input
              type="checkbox"
              checked={!filter.withoutKinds.has(kind)}
              onChange={() => change({ withoutKinds: toggled(filter.withoutKinds, kind) })}
            />
            <span aria-hidden>{signOf(kind)}</span>
            {kind === '' ? 'no kind' : kind}
          </label>
        ))}
      </fieldset>
      <TimeSlider days={choices.days} until={filter.until} onChange={(until) => change({ until })} />
      <label className={css.kind}>
        <input type="checkbox" checked={byCommunity} onChange={() => onCommunity(!byCommunity)} />
        Colour by what hangs together
      </label>
    </div>
  )
}

function toggled(kinds: ReadonlySet<string>, kind: string): Set<string> {
  const next = new Set(kinds)
  if (!next.delete(kind)) next.add(kind)
  return next
}

interface ChoiceProps {
  readonly label: string
  readonly all: string
  readonly value: string
  readonly choices: readonly string[]
  onChange(value: string): void
}

function Choice({ label, all, value, choices, onChange }: ChoiceProps): ReactElement {
  return (
    <label className={css.choice}>
      <span className={controls.hidden}>{label}</span>
      <select className={controls.field} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </label>
  )
}

interface TimeSliderProps {
  readonly days: readonly string[]
  readonly until: string
  onChange(until: string): void
}

/** The vault as it was on a day: the notes dated until then. */
function TimeSlider({ days, until, onChange }: TimeSliderProps): ReactElement | null {
  const last = days.length - 1
  if (last < 1) return null
  const at = until === '' ? last : Math.max(0, days.indexOf(until))
  const said = at === last ? 'Until today' : `As of ${sayDay(days[at] ?? '')}`
  return (
    <label className={css.time}>
      <span>{said}</span>
      <input
        type="range"
        min={0}
        max={last}
        value={at}
        aria-label="Notes dated until"
        aria-valuetext={said}
        onChange={(event) => {
          const next = Number(event.target.value)
          onChange(next === last ? '' : (days[next] ?? ''))
        }}
      />
    </label>
  )
}
