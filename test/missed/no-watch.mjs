// Loaded into a Notly that shall hear nothing of what other programs do: its watchers stand, and stay silent.
import { EventEmitter } from 'node:events'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

fs.watch = () => Object.assign(new EventEmitter(), { close() {}, ref() {}, unref() {} })
syncBuiltinESMExports()
