// What npm runs after it has installed the packages: `npx notly` starts in half the time from then on.
import { buildCommandWhenChanged } from './lib/command.mjs'

await buildCommandWhenChanged()
