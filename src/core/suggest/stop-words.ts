import { SMALL_WORDS } from '../small-words.ts'

/** Words that may stand inside a phrase (`cost of delay`), folded. */
const LINKING = `of the in for and to a an on at with by from as or
  der die das des dem den und von für im zum zur mit auf
  de du la le les des et en à au aux pour dans sur
  del el los las y e da do dos das di il della dei degli con per van het voor met av och til og i na z w`

/** English verbs, adverbs and words for anything: alone they are no subject, in a phrase they weigh less. */
const WEAK = `able actually add added adds allow allowed allows ask asked asks back based basically become becomes best better bit call called
  calls came click come comes create created creates currently default different directly do done easily easy end ends enough
  enter example examples fact far feel felt find first following follows found four full fully general generally give given gives
  go goes going good great half hand happen happens help helps high hundred important inside keep kept kind know known large last
  later least less likely little live long look looking looks lot lots low made main make makes many mean means meant mostly
  multiple named near nearly need needs new next nice none okay old open outside particular past perfect please possible previous
  probably provide provided provides put quick quickly ready right run running said saw say says second see seem seems select sent
  several short show shows similar simple simply single six small specific started starts stop supported supports sure take talk
  tell ten text thing things think third thought three today together told took top true try trying turn twice two understand use
  used useful uses using usually want wanted wants way ways went whole work working works write writing written wrong`

const linking = new Set(LINKING.split(/\s+/))
const stop = new Set([...linking, ...Object.values(SMALL_WORDS).flatMap((words) => words.split(/\s+/))])
const weak = new Set(WEAK.split(/\s+/))

/** No phrase begins or ends with one. @param word folded, as written (`don't`) */
export function isStopWord(word: string): boolean {
  return stop.has(word)
}

/** May stand inside a phrase. */
export function isLinkingWord(word: string): boolean {
  return linking.has(word)
}

/** Says little of what a passage is about. */
export function isWeakWord(word: string): boolean {
  return weak.has(word)
}
