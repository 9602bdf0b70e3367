import { existsSync, renameSync, rmSync } from 'node:fs'

/** Puts a folder in the place of another at once, so that nobody finds half of it. */
export function swap(fresh, place) {
  const old = `${fresh}.old`
  rmSync(old, { recursive: true, force: true })
  if (existsSync(place)) renameSync(place, old)
  renameSync(fresh, place)
  rmSync(old, { recursive: true, force: true })
}
