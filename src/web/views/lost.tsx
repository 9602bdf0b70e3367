import { Compass } from 'lucide-react'
import type { ReactElement } from 'react'
import controls from '../ui/controls.module.css'
import { Empty } from '../ui/empty.tsx'
import { RouteLink } from '../ui/route-link.tsx'
import { View } from './view.tsx'

export function LostView(): ReactElement {
  return (
    <View title="Nothing here">
      <Empty
        icon={Compass}
        action={
          <RouteLink to={{ kind: 'home' }} className={controls.button}>
            Go to the first page
          </RouteLink>
        }
      >
        This address leads nowhere in Notly.
      </Empty>
    </View>
  )
}
