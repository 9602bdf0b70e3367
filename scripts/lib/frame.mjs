import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { root } from './run.mjs'

/**
 * Draws the frame of the app as HTML, with the class names that the app itself has.
 * @returns {Promise<string>}
 */
export async function drawFrame() {
  // Where its imports find their packages.
  const outDir = mkdtempSync(join(root, 'node_modules', '.frame-'))
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      plugins: [react()],
      build: { ssr: 'src/web/frame.tsx', outDir, emptyOutDir: false },
    })
    // In a process of its own, which ends: parts of the app begin to wait for what comes as soon as they are there.
    const script = `import { drawFrame } from ${JSON.stringify(pathToFileURL(join(outDir, 'frame.js')))}
      process.stdout.write(drawFrame(), () => process.exit())`
    return execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' })
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}
