// Loaded before a program that is measured: leaves the most memory that it had, in megabytes, in the file `NOTLY_PEAK`.
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  if (process.env.NOTLY_PEAK) writeFileSync(process.env.NOTLY_PEAK, String(process.resourceUsage().maxRSS / 1024))
})
