/** What runs in the page: it looks for what note text must never become. As text, because it has none of this program's own types. */

/** Names what stands in the document that the app does not make: `iframe`, `img onerror`, `a href=javascript:…`. */
export const STRANGE = `(() => {
  const strange = []
  const never = new Set('iframe frame frameset object embed applet base portal marquee foreignobject use animate set math form-associated xss custom-element listing xmp noembed'.split(' '))
  const addressed = ['href', 'xlink:href', 'src', 'srcset', 'action', 'formaction', 'data', 'background', 'poster', 'ping']
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName
    if (never.has(name)) strange.push(name)
    if (name === 'script' && !element.src.startsWith(location.origin + '/assets/')) strange.push('script')
    if (name === 'link' && !element.href.startsWith(location.origin + '/')) strange.push('link ' + element.href)
    if (name === 'meta' && element.httpEquiv) strange.push('meta ' + element.httpEquiv)
    if (name === 'style' && /@import|url\\(\\s*(?!["']?(?:\\/assets|data:image))/i.test(element.textContent)) strange.push('style')
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute) || attribute === 'srcdoc') strange.push(name + ' ' + attribute)
      if (attribute === 'style' && /url\\(|expression|import/i.test(value)) strange.push(name + ' style=' + value)
      if (!addressed.includes(attribute)) continue
      const { protocol, origin } = new URL(value, location.href)
      const isLink = name === 'a' && attribute === 'href' && ['http:', 'https:', 'mailto:'].includes(protocol)
      const isOwn = origin === location.origin && ['http:', 'blob:'].includes(protocol)
      if (!isLink && !isOwn) strange.push(name + ' ' + attribute + '=' + value)
    }
  }
  return strange
})()`

/** Presses and points at everything that a note has put on the page; what would be opened in a tab is told, not opened. */
export const TOUCH = `(() => {
  const opened = []
  globalThis.open = (url) => void opened.push(String(url))
  const touched = document.querySelectorAll('.cm-content [data-href], .cm-content .cm-address')
  for (const element of touched)
    for (const kind of ['pointerover', 'mouseover', 'pointerdown', 'mousedown', 'focusin', 'mouseup', 'click'])
      element.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true, view: window }))
  return opened
})()`

/**
 * Shows the cards of the notes that are listed, as the Ctrl key does, one after the other. Says how many were shown, and what was strange in them.
 * @param most cards
 */
export function showCards(most: number): string {
  return `(async () => {
    const strange = new Set()
    const cards = new Set()
    const pause = () => new Promise((done) => setTimeout(done, 10))
    const card = () => document.querySelector('[aria-label^="Preview of "]')
    for (const link of [...document.querySelectorAll('main a[data-row]')].slice(0, ${most})) {
      const before = card()?.textContent
      link.dispatchEvent(new KeyboardEvent('keydown', { key: 'Control', bubbles: true }))
      // Two notes may look the same.
      for (let waits = 0; waits < 100 && (card() === null || card().textContent === before); waits++) await pause()
      if (card() !== null) cards.add(card().textContent)
      for (const each of ${STRANGE}) strange.add(each)
    }
    return { shown: cards.size, strange: [...strange] }
  })()`
}

/** Shows the rest of whatever shows only a part. Says whether there was any. */
export const UNFOLD = `(() => {
  const more = [...document.querySelectorAll('button')].filter((button) => /^Show (more|all)/.test(button.ariaLabel ?? button.textContent))
  for (const button of more) button.click()
  return more.length > 0
})()`

/** Waits until nothing has changed on the page for a while. */
export const SETTLED = `new Promise((done) => {
  const finish = () => { watch.disconnect(); done() }
  let timer = setTimeout(finish, 250)
  const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(finish, 250) })
  watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
  setTimeout(finish, 5000)
})`

/** Goes to an address within the app, as a link does, and waits until the words are on the page. */
export function goThere(address: string, words: string): string {
  return `new Promise((done, fail) => {
    history.pushState(null, '', ${JSON.stringify(address)})
    dispatchEvent(new PopStateEvent('popstate'))
    const late = setTimeout(() => fail(new Error('Not shown: ' + ${JSON.stringify(address)} + ' ' + document.body.innerText.slice(0, 300))), 90000)
    const look = () => {
      const there = document.querySelector('.cm-content')?.textContent.includes(${JSON.stringify(words)})
      if (!there) return setTimeout(look, 5)
      clearTimeout(late)
      done()
    }
    look()
  })`
}
