import { createRequire } from 'node:module'
import { type Stemmer, stemmersFrom } from '../../core/stems.ts'

const load = createRequire(import.meta.url)

/** As the package calls them. */
const NAMES = {
  de: 'german',
  fr: 'french',
  es: 'spanish',
  it: 'italian',
  pt: 'portuguese',
  nl: 'dutch',
  sv: 'swedish',
  da: 'danish',
  nb: 'norwegian',
  fi: 'finnish',
  ru: 'russian',
} as const

// At once, since whoever asks for a word cannot wait; each when its first word comes, since most vaults are written in one language.
stemmersFrom((language) => (load(`@orama/stemmers/${NAMES[language]}`) as { readonly stemmer: Stemmer }).stemmer)
