import {
  BookOpen,
  CircleCheck,
  FileText,
  LayoutTemplate,
  Lightbulb,
  type LucideIcon,
  Signpost,
  Target,
} from 'lucide-react'
import type { ReactElement } from 'react'

const ICONS: Readonly<Record<string, LucideIcon>> = {
  task: CircleCheck,
  idea: Lightbulb,
  knowledge: BookOpen,
  decision: Signpost,
  project: Target,
  template: LayoutTemplate,
}

const COLOURED = new Set(['task', 'idea', 'knowledge', 'decision', 'project'])

/** The colour of a kind, as a CSS value. */
export function kindColour(kind: string | null): string {
  return `var(--kind-${kind !== null && COLOURED.has(kind) ? kind : 'other'})`
}

export function KindIcon({ kind, size = 16 }: { kind: string | null; size?: number }): ReactElement {
  const Icon = (kind !== null && Object.hasOwn(ICONS, kind) ? ICONS[kind] : undefined) ?? FileText
  return <Icon size={size} strokeWidth={1.75} color={kindColour(kind)} role="img" aria-label={kind || 'note'} />
}
