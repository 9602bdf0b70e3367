/** Takes the keyboard while a part of the app is fetched that will have it, so that what is typed meanwhile goes nowhere else. */

interface Catching {
  readonly field: HTMLInputElement
  /** What had the focus before. */
  readonly from: Element | null
}

let catching: Catching | undefined

/** @param label what screen readers say meanwhile */
export function catchKeys(label: string, onEscape: () => void): void {
  releaseKeys()
  const field = document.createElement('input')
  field.setAttribute('aria-label', label)
  field.className = 'catcher'
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') onEscape()
    // Enter is for the list that is not there yet.
    if (event.key === 'Enter' || event.key === 'Tab') event.preventDefault()
  })
  catching = { field, from: document.activeElement }
  document.body.append(field)
  field.focus()
}

/** Gives the focus back to where it was. @returns what was typed meanwhile */
export function releaseKeys(): string {
  if (catching === undefined) return ''
  const { field, from } = catching
  catching = undefined
  const { value } = field
  if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true })
  field.remove()
  return value
}
