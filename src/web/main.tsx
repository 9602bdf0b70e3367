import '@fontsource-variable/source-sans-3/wght.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import '@fontsource-variable/source-code-pro/wght.css'
import './tokens.css'
import './base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { queryClient } from './client.ts'
import { followServer } from './events.ts'
import { firstNote, waitForFirstNote } from './first-note.ts'
import { followFocus } from './focus.ts'
import { fetchWhatLiesOver } from './layout/over.ts'
import { currentRoute } from './navigate.ts'
import { loadEditor } from './note/note-pane.tsx'
import { queries } from './queries.ts'

fetchFirstNote()
history.scrollRestoration = 'manual'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root".')

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
followFocus()
followServer(queryClient)
waitForFirstNote()
void firstNote().then(fetchWhatLiesOver)

/** The note, and the code that shows it, come while the rest of the page is made. */
function fetchFirstNote(): void {
  void loadEditor()
  const route = currentRoute()
  if (route.kind !== 'note') return
  void queryClient.prefetchQuery(queries.note(route.path))
  void queryClient.prefetchQuery(queries.vault())
}
