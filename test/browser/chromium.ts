import { type Browser, chromium } from 'playwright-core'
import { findChromium } from '../../scripts/lib/chromium.mjs'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the Chromium of this computer with a new profile, which goes with it. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = await findChromium()
  if (executablePath === undefined) throw new Error('There is no Chromium here; npm test installs one.')
  return chromium.launch({ executablePath, args: FLAGS })
}
