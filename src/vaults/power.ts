import { readdirSync, readFileSync } from 'node:fs'

const SUPPLIES = '/sys/class/power_supply'

/**
 * Whether the computer lives on its battery, as Linux tells it (https://docs.kernel.org/power/power_supply_class.html): nothing from
 * outside is online, and a battery of the computer itself, not of a mouse, is being emptied. False where the system does not say.
 */
export function isOnBattery(supplies = SUPPLIES): boolean {
  let isEmptied = false
  for (const name of namesIn(supplies)) {
    const ask = (what: string) => read(`${supplies}/${name}/${what}`)
    if (ask('type') !== 'Battery' && ask('online') === '1') return false
    if (ask('type') === 'Battery' && ask('scope') !== 'Device' && ask('status') === 'Discharging') isEmptied = true
  }
  return isEmptied
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}
