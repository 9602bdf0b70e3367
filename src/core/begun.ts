import type { Language } from './language.ts'
import { isRussian } from './stems.ts'
import { termIn } from './words.ts'

/** Endings, without accents, that a language's stemmer takes off and that take long to type. */
const ENDINGS: Readonly<Record<Language | 'ru', readonly string[]>> = {
  de: ['ungen', 'heiten', 'keiten', 'lichen', 'ischen', 'igen', 'ern', 'es'],
  fr: ['ements', 'ations', 'ateurs', 'ites', 'euses', 'iques', 'ives', 'ables', 'ismes'],
  es: ['aciones', 'amientos', 'adores', 'idades', 'ables', 'icos', 'ivos', 'mente'],
  it: ['azioni', 'amenti', 'atori', 'abili', 'ichi', 'ivi', 'mente'],
  pt: ['acoes', 'amentos', 'adores', 'idades', 'aveis', 'icos', 'ivos', 'mente'],
  nl: ['ingen', 'heden', 'lijke', 'baar', 'en'],
  sv: ['heterna', 'arna', 'erna', 'orna', 'ens'],
  da: ['hederne', 'erne', 'ens', 'ere'],
  nb: ['hetene', 'ene', 'ens', 'ere'],
  fi: ['issa', 'ista', 'illa', 'ilta', 'ille', 'iden', 'isen', 'iset', 'ksi', 'nsa'],
  ru: ['ениями', 'остями', 'ировать', 'ями', 'ами', 'ыми', 'ими', 'ого', 'его', 'ому', 'ему'],
}

/**
 * What a word that is being typed may be kept as before it is whole: as it is, and with each ending of which it has the beginning already.
 * @param plain without case and accents
 * @param language undefined for English, which is written with its endings, and Russian
 */
export function formsBegun(plain: string, language: Language | undefined): string[] {
  if (language === undefined && !isRussian(plain)) return []
  const forms = new Set([termIn(plain, language)])
  for (const ending of ENDINGS[isRussian(plain) ? 'ru' : (language as Language)])
    for (let typed = 1; typed < ending.length; typed++)
      if (plain.endsWith(ending.slice(0, typed))) forms.add(termIn(`${plain}${ending.slice(typed)}`, language))
  return [...forms]
}
