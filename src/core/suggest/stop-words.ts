import { SMALL_WORDS } from '../small-words.ts'

/** Words that may stand inside a phrase (`cost of delay`), folded. */
const LINKING = `of the in for and to a an on at with by from as or
  der die das des dem den und von für im zum zur mit auf
  de du la le les des et en à au aux pour dans sur
  del el los las y e da do dos das di il della dei degli con per van het voor met av och til og i na z w`

/** English verbs, adverbs, numbers, times and words for anything: alone they are no subject, in a phrase they weigh less. */
const WEAK = `able actually add added adds afternoon allow allowed allows april ask asked asks august autumn back based basically become
  becomes best better bit call called calls came click come comes create created creates currently day days december default different
  directly do done easily easy eight eleven end ends enough enter evening example examples fact far february feel felt fifty find first
  following follows forty found four friday full fully general generally give given gives go goes going good great half hand happen
  happens help helps high hundred important inside january july june keep kept kind know known large last later least less likely little
  live long look looking looks lot lots low made main make makes many march mean means meant monday month months morning mostly multiple
  named near nearly need needs new next nice nine none november october okay old open outside particular past perfect please possible
  previous probably provide provided provides put quick quickly ready right run running said saturday saw say says second see seem seems
  select sent september several short show shows similar simple simply single six sixty small specific spring started starts stop summer
  sunday supported supports sure take talk tell ten text thing things think third thirty thought thousand three thursday today together
  told took top true try trying tuesday turn twelve twenty twice two understand use used useful uses using usually want wanted wants way
  ways wednesday week weeks went whole winter work working works write writing written wrong year years`

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
