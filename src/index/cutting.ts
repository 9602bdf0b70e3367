/** A text that SQLite cuts as this program does: it counts characters. None of its characters takes two units, and none ends it. */
export const EACH_ONE_UNIT = /^[^\0\ud800-\udfff]*$/
