/** Where the keyboard goes when what had it is gone, so that it is never nowhere. */

/** The page itself: keys scroll it, Tab goes on to what is in it. */
export function focusMain(): void {
  document.getElementById('main')?.focus({ preventScroll: true })
}

let given = false

/** Notices when something gets the focus for the first time; until then nothing can lose it. */
export function followFocus(): void {
  const notice = () => {
    given = true
  }
  addEventListener('focusin', notice, { once: true })
}

export function isFocusLost(): boolean {
  return given && isNowhere()
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

let textWanted = false

/** The next note that opens gets the keyboard in its text: it was asked for by keys, to go on writing. */
export function wantText(): void {
  textWanted = !matchMedia('(pointer: coarse)').matches
}

export function takeTextWanted(): boolean {
  const wanted = textWanted
  textWanted = false
  return wanted
}
