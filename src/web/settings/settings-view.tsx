import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { queries } from '../queries.ts'
import { keepAlias } from '../refactor/start.ts'
import { useStore } from '../store.ts'
import { DismissedSettings } from '../suggest/dismissed-settings.tsx'
import { View } from '../views/view.tsx'
import { HistorySettings } from './history-settings.tsx'
import css from './settings.module.css'

/** What can be chosen: for the vault, and for this browser. */
export function SettingsView(): ReactElement {
  const { data, error } = useQuery(queries.settings())
  return (
    <View title="Settings" error={data ? null : error}>
      {data && (
        <section className={css.section} aria-labelledby="settings-history">
          <h2 id="settings-history">Earlier texts</h2>
          <p className={css.about}>
            Every text that is replaced is kept beside the notes, so that it can be had again. When there is more than
            this, the oldest goes first; what was deleted stays in the trash for 30 days in any case.
          </p>
          <HistorySettings key={JSON.stringify(data.history)} settings={data} />
        </section>
      )}
      <section className={css.section} aria-labelledby="settings-names">
        <h2 id="settings-names">Names</h2>
        <Aliases />
      </section>
      <section className={css.section} aria-labelledby="settings-dismissed">
        <h2 id="settings-dismissed">Dismissed suggestions</h2>
        <DismissedSettings />
      </section>
    </View>
  )
}

function Aliases(): ReactElement {
  const kept = useStore(keepAlias)
  return (
    <label className={css.check}>
      <input type="checkbox" checked={kept} onChange={(event) => keepAlias.set(event.target.checked)} />
      <span>
        Keep the old title of a renamed note as another name of it
        <small>Remembered in this browser, and asked again with each rename.</small>
      </span>
    </label>
  )
}
