import type { TaggedWord, Tagger } from '../core/suggest/nouns.ts'

/** What may end a phrase that says what a text is about: nouns and names, and what the model does not know. Universal POS tags. */
const NOUNS = new Set(['NOUN', 'PROPN', 'NUM', 'SYM', 'X'])

let loading: Promise<Tagger | undefined> | undefined

/** The kinds of words of English, read when first asked for (a fifth of a second, 21 MB). Undefined when it is not installed. */
export function englishTagger(): Promise<Tagger | undefined> {
  loading ??= load().catch(() => undefined)
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
