import { useQuery } from '@tanstack/react-query'
import { FolderClosed, FolderPlus } from 'lucide-react'
import { Fragment, type ReactElement, useState } from 'react'
import { fileNameFor } from '../../core/filename.ts'
import { fileNameOf, joinPath } from '../../core/path.ts'
import { ChooseButton } from '../bulk/choose-button.tsx'
import { ChooseList } from '../bulk/later.ts'
import { go } from '../navigate.ts'
import { say } from '../notice.ts'
import { queries } from '../queries.ts'
import { FolderMenu } from '../refactor/folder-menu.tsx'
import { startRenameFolder } from '../refactor/start.ts'
import { rememberedStore } from '../store.ts'
import { PlaceTree } from '../tree/place-tree.tsx'
import { classes } from '../ui/class-names.ts'
import controls from '../ui/controls.module.css'
import { Empty } from '../ui/empty.tsx'
import { RouteLink } from '../ui/route-link.tsx'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { NewNoteButton } from './new-note-button.tsx'
import { NoteList, plainItems } from './note-list.tsx'
import { View } from './view.tsx'
import css from './views.module.css'

/** The folders whose own are shown; null before the reader has chosen. */
const unfolded = rememberedStore<readonly string[] | null>('folder-tree', null)

export function FolderView({ path }: { path: string }): ReactElement {
  const { data, error } = useQuery(queries.folder(path))
  const { data: tree = [] } = useQuery(queries.folderTree())
  const [choosing, setChoosing] = useState(false)
  const empty = data && data.folders.length + data.notes.length === 0
  const below = tree.filter((each) => path === '' || each.path.startsWith(`${path}/`))
  return (
    <View
      title={path === '' ? 'Folders' : fileNameOf(path)}
      error={data ? null : error}
      isAwaited={data === undefined}
      tools={
        data && (
          <span className={css.tools}>
            {data.notes.length > 0 && !choosing && <ChooseButton onChoose={() => setChoosing(true)} />}
            <NewFolder path={path} />
            {path !== '' && !empty && <FolderMenu path={path} />}
          </span>
        )
      }
      place={path === '' ? undefined : <Crumbs folder={path} last={false} />}
    >
      {empty && (
        <Empty icon={FolderClosed} action={<NewNoteButton>Write a note here</NewNoteButton>}>
          {path === '' ? 'The notes of this folder will stand here.' : 'A folder is made with its first note.'}
        </Empty>
      )}
      {below.length > 0 && (
        <PlaceTree
          label="Folders"
          places={below}
          depth={path === '' ? 0 : path.split('/').length}
          open={unfolded}
          icon={FolderClosed}
          routeOf={(folder) => ({ kind: 'folder', path: folder })}
          menu={(folder, className) => <FolderMenu path={folder} className={className} />}
          onRename={startRenameFolder}
        />
      )}
      {data &&
        data.notes.length > 0 &&
        (choosing ? (
          <ChooseList label="Notes" notes={data.notes} onDone={() => setChoosing(false)} />
        ) : (
          <NoteList label="Notes" items={plainItems(data.notes)} folders={false} />
        ))}
    </View>
  )
}

/** A folder is there as long as it has notes: its name leads to where its first one is written. */
function NewFolder({ path }: { path: string }): ReactElement {
  const [asking, setAsking] = useState(false)
  const back = useFocusBack<HTMLButtonElement>(asking)
  if (!asking)
    return (
      <button ref={back.place} type="button" className={controls.button} onClick={() => setAsking(true)}>
        <FolderPlus size={15} strokeWidth={1.75} aria-hidden />
        New folder…
      </button>
    )
  const submit = (name: string) => {
    const clean = fileNameFor(name)
    if (name.trim() === '') setAsking(false)
    else if (clean !== name.trim())
      say(`“${name.trim()}” cannot be the name of a folder on every system; try “${clean}”.`)
    else {
      setAsking(false)
      go({ kind: 'folder', path: joinPath(path, clean) })
    }
  }
  return (
    <input
      className={classes(controls.field, css.newFolder)}
      aria-label="Name of the new folder"
      placeholder="Name of the new folder"
      // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button that was just pressed
      autoFocus
      onBlur={({ target }) => target.value.trim() === '' && setAsking(false)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') submit(event.currentTarget.value)
        else if (event.key !== 'Escape') return
        else {
          back.ask()
          setAsking(false)
        }
        event.preventDefault()
      }}
    />
  )
}

/** The way down to a folder; `last` shows the folder itself too. */
export function Crumbs({ folder, last = true }: { folder: string; last?: boolean }): ReactElement {
  const names = folder === '' ? [] : folder.split('/')
  const shown = last ? names : names.slice(0, -1)
  return (
    <span className={css.crumbs}>
      <RouteLink to={{ kind: 'folder', path: '' }}>Folders</RouteLink>
      {shown.map((name, index) => {
        const path = names.slice(0, index + 1).join('/')
        return (
          <Fragment key={path}>
            <span aria-hidden>/</span>
            <RouteLink to={{ kind: 'folder', path }}>{name}</RouteLink>
          </Fragment>
        )
      })}
    </span>
  )
}
