import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/** How often it is looked whether the other one has finished. Milliseconds. */
const LOOK_EVERY = 100

/**
 * Does the work while no other process does it: a file with the process's number is there as long as it is being done.
 * The file of a process that has ended without taking it away counts for nothing.
 * @param {string} file
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 * @template T
 */
export async function holding(file, work) {
  while (!take(file)) await setTimeout(LOOK_EVERY)
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    letGoOfForsaken(file)
    return false
  }
}

/** Moved away first, so that of two who see it only one takes it away, and never a new one. */
function letGoOfForsaken(file) {
  const holder = holderOf(file)
  if (holder === undefined || isRunning(holder)) return
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    if (holderOf(aside) === holder) rmSync(aside, { force: true })
    else renameSync(aside, file)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

/** @returns undefined when nobody has it, or its number is still being written */
function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

function isRunning(process_) {
  try {
    process.kill(process_, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
