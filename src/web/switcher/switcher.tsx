import { Dialog } from '@base-ui/react/dialog'
import { useQuery } from '@tanstack/react-query'
import {
  type KeyboardEvent,
  type ReactElement,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { releaseKeys } from '../catch-keys.ts'
import { createNote, createOf } from '../create.ts'
import { focusMain, wantText } from '../focus.ts'
import { switcher } from '../layout/panels.ts'
import { currentRoute, openNote } from '../navigate.ts'
import { queries } from '../queries.ts'
import { useStore } from '../store.ts'
import controls from '../ui/controls.module.css'
import { plural } from '../ui/plural.ts'
import { type Row, rowsFor, type SwitcherMode } from './rows.ts'
import css from './switcher.module.css'
import { SwitcherRow } from './switcher-row.tsx'

const HINTS = {
  open: 'Go to a note, or type > for commands',
  create: 'Title of the new note',
  commands: 'What to do',
} as const

/** Ctrl+K: every note by any of its names, every command, and the note that is not there yet. */
export function Switcher(): ReactElement {
  const mode = useStore(switcher)
  // Focus goes back to where one was, unless that was in a view that is left.
  const before = useRef<Element>(null)
  const giveBack = () => {
    setTimeout(() => {
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus()
      else focusMain()
    })
    return false
  }
  return (
    <Dialog.Root open={mode !== 'closed'} onOpenChange={(open) => open || switcher.set('closed')}>
      <Dialog.Portal>
        <Dialog.Backdrop className={css.backdrop} />
        <Dialog.Popup
          className={css.popup}
          aria-label={mode === 'create' ? 'New note' : 'Quick switcher'}
          initialFocus={false}
          finalFocus={giveBack}
        >
          {mode !== 'closed' && <SwitcherBody key={mode} mode={mode} before={before} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function SwitcherBody({ mode, before }: { mode: SwitcherMode; before: RefObject<Element | null> }): ReactElement {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [chosenEarly, setChosenEarly] = useState<{ beside: boolean }>()
  const listId = useId()
  const { data, isPlaceholderData, isPending, isError } = useQuery(queries.names(typed.trim()))
  const { data: templates } = useQuery({ ...queries.templates(), enabled: mode === 'create' })
  const rows = rowsFor(typed, mode, data ?? [], templates)
  const active = Math.min(at, rows.length - 1)
  // Where the list is still that of an earlier query, Enter waits for the right one.
  const waiting = (isPlaceholderData || isPending) && !isError
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })
  // At once, so that no key that follows Ctrl+K goes elsewhere.
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    const caught = releaseKeys()
    if (caught !== '') setTyped(caught)
    const holder = document.activeElement
    if (holder !== document.body && !holder?.closest('[role="dialog"]')) before.current = holder
    field.current?.focus()
  }, [before])
  const choose = (row: Row, beside: boolean) => {
    if (row.kind !== 'command') before.current = null
    carryOut(row, beside)
  }
  useEffect(() => {
    if (!chosenEarly || waiting) return
    setChosenEarly(undefined)
    const row = rows[active]
    if (row) choose(row, chosenEarly.beside)
  }, [chosenEarly, waiting, rows, active])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const move = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (move !== undefined) setAt(moved(active, move, rows.length))
    else if (event.key === 'Enter') setChosenEarly({ beside: event.ctrlKey || event.metaKey })
    else return
    event.preventDefault()
  }

  return (
    <>
      <input
        ref={field}
        className={css.input}
        role="combobox"
        aria-label={HINTS[mode]}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        placeholder={HINTS[mode]}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} role="listbox" aria-label="Notes and commands" className={css.list}>
        {rows.map((row, index) => (
          <SwitcherRow
            key={row.id}
            id={`${listId}-${index}`}
            row={row}
            selected={index === active}
            onPoint={() => setAt(index)}
            onChoose={(beside) => choose(row, beside)}
          />
        ))}
      </div>
      {rows.length === 0 && !waiting && <p className={css.none}>{noRows(typed, mode)}</p>}
      <span role="status" className={controls.hidden}>
        {waiting ? '' : plural(rows.length, 'result')}
      </span>
    </>
  )
}

function moved(at: number, by: number, count: number): number {
  if (count === 0) return 0
  if (Math.abs(by) > 1) return Math.min(Math.max(at + by, 0), count - 1)
  return (at + by + count) % count
}

function noRows(typed: string, mode: SwitcherMode): string {
  if (typed.startsWith('>') || mode === 'commands') return 'No command of that name.'
  return mode === 'create' ? 'Type a title, then press Enter.' : 'Type the title of your first note, then press Enter.'
}

function carryOut(row: Row, beside: boolean): void {
  switcher.set('closed')
  if (row.kind === 'name') {
    if (!beside) wantText()
    openNote(row.name.path, { beside })
  }
  if (row.kind === 'command') row.command.run()
  if (row.kind === 'create') {
    const here = currentRoute()
    const folder = here.kind === 'folder' ? here.path : ''
    if (row.from === undefined) void createNote(row.title, folder)
    else {
      const { kind, path } = row.from
      void createOf(kind, row.title, { folder: folder === '' ? row.from.folder : folder, template: path ?? undefined })
    }
  }
}
