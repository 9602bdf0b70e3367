import { ChevronDown, Plus } from 'lucide-react'
import type { ComponentProps, ReactElement } from 'react'
import { KindIcon } from '../ui/kind-icon.tsx'
import css from './head.module.css'

export function KindButton({ kind, ...rest }: ComponentProps<'button'> & { kind: string | undefined }): ReactElement {
  return (
    <button type="button" {...rest} className={css.part} aria-label={`Kind: ${kind ?? 'none'}`}>
      {kind === undefined ? <Plus size={14} aria-hidden /> : <KindIcon kind={kind} />}
      <span className={kind === undefined ? css.empty : undefined}>{kind ?? 'Kind'}</span>
      <ChevronDown size={12} aria-hidden className={css.arrow} />
    </button>
  )
}
