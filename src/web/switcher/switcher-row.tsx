import { Plus } from 'lucide-react'
import type { ReactElement } from 'react'
import { folderOf } from '../../core/path.ts'
import type { TemplateAnswer } from '../../http/types.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { Marked, rangesOf } from '../ui/marked.tsx'
import { keyLabel } from '../ui/shortcuts.ts'
import type { Row } from './rows.ts'
import css from './switcher.module.css'

interface SwitcherRowProps {
  readonly id: string
  readonly row: Row
  readonly selected: boolean
  onPoint(): void
  onChoose(beside: boolean): void
}

export function SwitcherRow({ id, row, selected, onPoint, onChoose }: SwitcherRowProps): ReactElement {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's, which names this row as its active one
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className={css.row}
      onPointerMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onChoose(event.ctrlKey || event.metaKey)}
    >
      <RowContent row={row} />
    </div>
  )
}

function RowContent({ row }: { row: Row }): ReactElement {
  if (row.kind === 'create' && row.from !== undefined)
    return (
      <>
        <KindIcon kind={row.from.kind} />
        <span className={css.name}>
          Create “{row.title}” <span className={css.title}>as {saidKind(row.from)}</span>
        </span>
        <span className={css.side}>{row.from.folder}</span>
      </>
    )
  if (row.kind === 'create')
    return (
      <>
        <Plus size={16} strokeWidth={1.75} aria-hidden />
        <span className={css.name}>
          Create “<strong>{row.title}</strong>”
        </span>
      </>
    )
  if (row.kind === 'command') {
    const { icon: Icon, title, shortcut } = row.command
    return (
      <>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span className={css.name}>{title}</span>
        {shortcut && <kbd className={css.side}>{keyLabel(shortcut)}</kbd>}
      </>
    )
  }
  const { name, title, path, kind, matched } = row.name
  return (
    <>
      <KindIcon kind={kind} />
      <span className={css.name}>
        <Marked text={name} ranges={rangesOf(matched)} />
        {name !== title && <span className={css.title}>{title}</span>}
      </span>
      <span className={css.side}>{row.instead ? 'Exists: write there?' : folderOf(path)}</span>
    </>
  )
}

/** `decision`, or the name of a template that is for no kind. */
function saidKind({ kind, title }: TemplateAnswer): string {
  return kind ?? `in ${title}`
}
