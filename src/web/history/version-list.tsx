import type { ReactElement } from 'react'
import type { VersionAnswer } from '../../http/types.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import { sayDay } from '../ui/days.ts'
import css from './history.module.css'
import { sayBytes, sayClock, sayReplaced } from './said.ts'

interface VersionListProps {
  readonly versions: readonly VersionAnswer[]
  readonly shown: VersionAnswer
  onChoose(version: VersionAnswer): void
}

/** Earlier texts, newest first, each with when it was replaced and by what. */
export function VersionList({ versions, shown, onChoose }: VersionListProps): ReactElement {
  return (
    <ul aria-label="Earlier texts" className={css.versions} onKeyDown={walkRows}>
      {versions.map((version) => (
        <li key={`${version.revision} ${version.at}`}>
          <button
            type="button"
            data-row=""
            className={css.version}
            aria-current={version === shown ? 'true' : undefined}
            onClick={() => onChoose(version)}
          >
            <span className={css.when}>
              <time dateTime={version.at}>
                {sayDay(version.at)}, {sayClock(version.at)}
              </time>
              <span className={css.size}>{sayBytes(version.bytes)}</span>
            </span>
            <span className={css.by}>{sayReplaced(version)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
