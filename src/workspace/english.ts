import type { Model } from 'wink-eng-lite-web-model'
import type { TaggedWord, Tagger } from '../core/suggest/nouns.ts'

/** What may end a phrase that says what a text is about: nouns and names, and what the model does not know. Universal POS tags. */
const NOUNS = new Set(['NOUN', 'PROPN', 'NUM', 'SYM', 'X'])

/** How long nobody asks before what takes the most memory is let go of. Milliseconds. */
const KEPT = 5 * 60_000

/** The model keeps each word that it does not know, for ever; so many are half a megabyte, and are read again in a tenth of a second. */
const MOST_UNKNOWN = 5000

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

/** What the model knows of one kind: it adds to this what it meets. */
interface Feature {
  readonly list: string[]
  readonly hash?: Record<string, number>
  /** Of its own, without what was added. */
  readonly intrinsicSize?: number
  index?: number
}

type Core = { readonly features: Readonly<Record<string, Feature>> & { readonly lexeme: Feature } }

async function load(): Promise<Tagger> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ])
  const core = (model.core as () => Core)()
  // Each time that it is asked for it quotes itself once more.
  const rules = (model.metaCER as () => unknown)()
  const begin = () => winkNLP({ ...model, core: () => core, metaCER: () => rules } satisfies Model, ['sbd', 'pos'])
  let nlp = begin()
  return (text) => {
    if (unknownIn(core) > MOST_UNKNOWN) {
      forgetUnknown(core)
      nlp = begin()
    }
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

function unknownIn({ features: { lexeme } }: Core): number {
  return lexeme.list.length - (lexeme.intrinsicSize ?? 0)
}

/** As the model was when it was read, which takes twenty times as long. Of use to none that has begun with it before. */
function forgetUnknown({ features }: Core): void {
  for (const feature of Object.values(features)) {
    const { list, hash, intrinsicSize } = feature
    if (hash === undefined || intrinsicSize === undefined) continue
    for (const word of list.splice(intrinsicSize)) delete hash[word]
    feature.index = intrinsicSize
  }
}
