import { ChevronRight } from 'lucide-react'
import type { ReactElement } from 'react'
import fold from '../layout/fold.module.css'
import { rememberedStore, useStore } from '../store.ts'
import { later } from '../ui/later.tsx'

/** Folded until it is asked for: what draws it is large. */
const open = rememberedStore('margin-graph', false)

const MarginGraph = later(async () => (await import('../graph/margin-graph.tsx')).MarginGraph)

export function MarginGraphFold({ path }: { path: string }): ReactElement {
  const isOpen = useStore(open)
  return (
    <section aria-label="Graph" className={fold.fold}>
      <div className={fold.head}>
        <h2 className={fold.title}>
          <button type="button" className={fold.trigger} aria-expanded={isOpen} onClick={() => open.set(!isOpen)}>
            <ChevronRight size={14} strokeWidth={2} aria-hidden />
            Graph
          </button>
        </h2>
      </div>
      {isOpen && (
        <div className={fold.panel}>
          <MarginGraph key={path} path={path} />
        </div>
      )}
    </section>
  )
}
