import { ChevronDown } from 'lucide-react'
import type { ComponentProps, ReactElement } from 'react'
import head from '../editor/head.module.css'
import { StatusMark } from './status-mark.tsx'

export function StatusButton({
  status,
  ...rest
}: ComponentProps<'button'> & { status: string | undefined }): ReactElement {
  return (
    <button type="button" {...rest} className={head.part} aria-label={`Status: ${status ?? 'none'}`}>
      <StatusMark status={status ?? null} />
      <span className={status === undefined ? head.empty : undefined}>{status ?? 'Status'}</span>
      <ChevronDown size={12} aria-hidden className={head.arrow} />
    </button>
  )
}
