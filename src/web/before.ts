/**
 * Runs before the page is painted, and before any other code: what this browser remembers of how the page looks. The stores that keep it
 * are `theme.ts` and `layout/panels.ts`.
 */
function recall(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`notly.${key}`) ?? 'null')
  } catch {
    // Storage may be closed to us, or hold something that is not ours.
    return null
  }
}

const { dataset } = document.documentElement
const theme = recall('theme')
if (theme === 'light' || theme === 'dark') dataset.theme = theme
if (recall('left-column') === false) dataset.left = 'folded'
