import { type FormEvent, type ReactElement, useState } from 'react'
import type { Settings, SettingsAnswer } from '../../http/types.ts'
import { api } from '../api.ts'
import { queryClient } from '../client.ts'
import { sayBytes } from '../history/said.ts'
import { say } from '../notice.ts'
import { queries } from '../queries.ts'
import { classes } from '../ui/class-names.ts'
import controls from '../ui/controls.module.css'
import { sayWholeDay } from '../ui/days.ts'
import { plural } from '../ui/plural.ts'
import { ageChoices, sizeChoices } from './choices.ts'
import css from './settings.module.css'

/** How much of what was replaced is kept. Nothing is let go of before it is wanted by the button. */
export function HistorySettings({ settings }: { settings: SettingsAnswer }): ReactElement {
  const { history, kept } = settings
  const [chosen, setChosen] = useState(history)
  const changed = chosen.maxBytes !== history.maxBytes || chosen.maxDays !== history.maxDays
  const narrower = chosen.maxBytes < history.maxBytes || chosen.maxDays < history.maxDays
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (changed) void save({ history: chosen })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <Choice
        label="At most"
        value={chosen.maxBytes}
        choices={sizeChoices(history.maxBytes)}
        onChange={(maxBytes) => setChosen({ ...chosen, maxBytes })}
      />
      <Choice
        label="For at most"
        value={chosen.maxDays}
        choices={ageChoices(history.maxDays)}
        onChange={(maxDays) => setChosen({ ...chosen, maxDays })}
      />
      <button type="submit" className={classes(controls.button, changed && controls.primary)} aria-disabled={!changed}>
        Save
      </button>
      <p className={css.kept} role="status">
        {narrower ? 'What is beyond this will be let go of for good.' : sayKept(kept)}
      </p>
    </form>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: number
  readonly choices: readonly { readonly value: number; readonly words: string }[]
  onChange(value: number): void
}

function Choice({ label, value, choices, onChange }: ChoiceProps): ReactElement {
  return (
    <label className={css.choice}>
      <span>{label}</span>
      <select className={css.select} value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
    </label>
  )
}

function sayKept({ bytes, operations, oldest }: SettingsAnswer['kept']): string {
  const since = oldest === null ? '' : ` since ${sayWholeDay(oldest)}`
  return `${sayBytes(bytes)} now: ${plural(operations, 'change')}${since}.`
}

async function save(settings: Settings): Promise<void> {
  try {
    queryClient.setQueryData(queries.settings().queryKey, await api.changeSettings(settings))
    say('Saved.')
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
  }
}
