const apple = /mac|iphone|ipad/i.test(navigator.platform)

/** `Ctrl+K` as this machine's keyboard says it. */
export function keyLabel(shortcut: string): string {
  if (!apple) return shortcut
  return shortcut.replace('Ctrl+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥')
}

/** Whether the event is `shortcut`, such as `Ctrl+Shift+F` (Ctrl is ⌘ on Apple machines). Alt may change the character, so the key's place counts too. */
export function isShortcut(event: KeyboardEvent, shortcut: string): boolean {
  const parts = shortcut.split('+')
  const key = parts.at(-1) ?? ''
  const ctrl = apple ? event.metaKey : event.ctrlKey
  return (
    ctrl === parts.includes('Ctrl') &&
    event.altKey === parts.includes('Alt') &&
    event.shiftKey === parts.includes('Shift') &&
    (event.key.toLowerCase() === key.toLowerCase() || event.code === codeOf(key))
  )
}

function codeOf(key: string): string {
  return key === '\\' ? 'Backslash' : `Key${key.toUpperCase()}`
}
