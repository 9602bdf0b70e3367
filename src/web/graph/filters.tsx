import { ChevronRight } from 'lucide-react'
import { memo, type ReactElement, useMemo } from 'react'
import type { GraphAnswer } from '../../http/types.ts'
import type { GraphChoices } from '../route-queries.ts'
import type { GraphRoute } from '../routes.ts'
import controls from '../ui/controls.module.css'
import { KindIcon } from '../ui/kind-icon.tsx'
import { SLIM, useMedia } from '../ui/media.ts'
import { choicesOf, filterOf } from './filter.ts'
import css from './graph.module.css'
import { TimeSlider } from './time-slider.tsx'

interface FiltersProps {
  readonly answer: GraphAnswer
  readonly route: GraphRoute
  onChange(route: GraphRoute, options?: { replace?: boolean }): void
}

/** What of the graph is to be seen, for the picture and the list alike. */
export const Filters = memo(function Filters({ answer, route, onChange }: FiltersProps): ReactElement {
  const choices = useMemo(() => choicesOf(answer), [answer])
  const filter = filterOf(route)
  const slim = useMedia(SLIM)
  const active = countActive(route)
  const change = (part: GraphChoices) => onChange({ ...route, ...part })
  const choosers = (
    <>
      <Choice
        label="Tag"
        all="Any tag"
        value={filter.tag}
        choices={choices.tags}
        onChange={(tag) => change({ tag: tag || undefined })}
      />
      <Choice
        label="Folder"
        all="Any folder"
        value={filter.folder}
        choices={choices.folders}
        onChange={(folder) => change({ folder: folder || undefined })}
      />
      <label className={css.choice}>
        <span className={controls.hidden}>Relation</span>
        <select
          className={controls.field}
          value={filter.relation}
          onChange={({ target: { value } }) => change({ relation: value === 'all' ? undefined : value })}
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
      <TimeSlider
        days={choices.days}
        until={filter.until}
        onChange={(until) => onChange({ ...route, until: until || undefined }, { replace: true })}
      />
      <fieldset className={css.kinds}>
        <legend className={controls.hidden}>Kinds</legend>
        {choices.kinds.map((kind) => (
          <label key={kind} className={css.chip}>
            <input
              type="checkbox"
              checked={!filter.withoutKinds.includes(kind)}
              onChange={() => change({ without: toggled(filter.withoutKinds, kind) })}
            />
            <span className={css.chipIcon} aria-hidden>
              <KindIcon kind={kind} size={15} />
            </span>
            {kind === '' ? 'no kind' : kind}
          </label>
        ))}
      </fieldset>
      <label className={css.kind}>
        <input
          type="checkbox"
          checked={route.groups === true}
          onChange={() => change({ groups: route.groups ? undefined : true })}
        />
        Colour by what hangs together
      </label>
    </>
  )
  return (
    <div className={css.filters}>
      <input
        type="search"
        className={`${controls.field} ${css.words}`}
        placeholder="Find in the graph"
        aria-label="Find in the graph"
        value={route.find ?? ''}
        onChange={(event) => onChange({ ...route, find: event.target.value || undefined }, { replace: true })}
      />
      {slim ? (
        <details className={css.more}>
          <summary>
            <ChevronRight size={15} strokeWidth={1.75} aria-hidden />
            {active === 0 ? 'Filters' : `Filters, ${active} in use`}
          </summary>
          <div>{choosers}</div>
        </details>
      ) : (
        choosers
      )}
    </div>
  )
})

/** How many filters are in use besides the words. */
function countActive({ tag, folder, relation, without = [], until, groups }: GraphRoute): number {
  return [tag, folder, relation, without[0], until, groups].filter((each) => each !== undefined).length
}

function toggled(kinds: readonly string[], kind: string): readonly string[] {
  return kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind]
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
