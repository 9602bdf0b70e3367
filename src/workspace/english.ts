import type { TaggedWord, Tagger } from '../core/suggest/nouns.ts'

/** What may end a phrase that says what a text is about: nouns and names, and what the model does not know. Universal POS tags. */
const NOUNS = new Set(['NOUN', 'PROPN', 'NUM', 'SYM', 'X'])

/** How long nobody asks before what takes the most memory is let go of. Milliseconds. */
const KEPT = 5 * 60_000

let loading: Promise<Tagger | undefined> | undefined
let lettingGo: NodeJS.Timeout | undefined

/**
 * The kinds of words of English, read when first asked for (a fifth of a second, 35 MB) and let go of when nobody has asked for a while; reading them
 * again takes half as long. Undefined when it is not installed.
 * @param kept milliseconds
 */
export function englishTagger(kept = KEPT): Promise<Tagger | undefined> {
  loading ??= load().catch(() => undefined)
  clearTimeout(lettingGo)
  lettingGo = setTimeout(() => {
    loading = undefined
  }, kept).unref()
  return loading
}

async function load(): Promise<Tagger> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ])
  const nlp = winkNLP(model, ['sbd', 'pos'])
  return (text) => {
    const tokens = nlp.readDoc(text).tokens()
    const words = tokens.out(nlp.its.value) as string[]
    const kinds = tokens.out(nlp.its.pos) as string[]
    const tagged: TaggedWord[] = []
    let end = 0
    for (const [at, word] of words.entries()) {
      const from = text.indexOf(word, end)
      // Written otherwise than in the text: nothing is known of it.
      if (from < 0) continue
      end = from + word.length
      tagged.push({ from, to: end, isNoun: NOUNS.has(kinds[at] ?? '') })
    }
    return tagged
  }
}
