import { MergeView, unifiedMergeView } from '@codemirror/merge'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { type ReactElement, useEffect, useRef } from 'react'
import { normalise } from '../../core/lineends.ts'
import conflict from '../editor/conflict.module.css'
import { plainText } from '../editor/setup.ts'
import { SLIM, useMedia } from '../ui/media.ts'
import css from './history.module.css'

interface CompareProps {
  readonly earlier: string
  readonly present: string
}

const COLLAPSE = { margin: 3, minSize: 6 }

/** An earlier text and the present one side by side; where there is no room, one text with both where they differ. Only to look at. */
export function Compare({ earlier, present }: CompareProps): ReactElement {
  const slim = useMedia(SLIM)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (place.current === null) return
    const view = (slim ? stacked : sideBySide)(place.current, normalise(earlier), normalise(present))
    return () => view.destroy()
  }, [earlier, present, slim])
  return (
    <>
      {slim ? (
        <p className={css.how}>What was there is marked above what is there now.</p>
      ) : (
        <div className={css.titles} aria-hidden="true">
          <span>Earlier</span>
          <span>Now</span>
        </div>
      )}
      <div ref={place} className={conflict.merge} />
    </>
  )
}

function sideBySide(parent: HTMLElement, earlier: string, present: string): { destroy(): void } {
  return new MergeView({
    parent,
    a: { doc: earlier, extensions: toLookAt('Earlier text') },
    b: { doc: present, extensions: toLookAt('Present text') },
    collapseUnchanged: COLLAPSE,
    gutter: false,
  })
}

function stacked(parent: HTMLElement, earlier: string, present: string): { destroy(): void } {
  const merging = unifiedMergeView({
    original: earlier,
    gutter: false,
    allowInlineDiffs: false,
    mergeControls: false,
    collapseUnchanged: COLLAPSE,
  })
  return new EditorView({ parent, doc: present, extensions: [toLookAt('Both texts'), merging] })
}

function toLookAt(label: string): Extension {
  return [
    plainText,
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
  ]
}
