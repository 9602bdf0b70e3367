import { statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, minifySync, type Plugin } from 'vite'
import { type BuiltFrom, COMMAND, MANIFEST, stampOf } from './scripts/lib/built-command.mjs'

const root = fileURLToPath(new URL('.', import.meta.url))
const home = join(root, COMMAND)

/** How the names of modules begin that are no files. */
const VIRTUAL = '\0'

/** As its source names the file that a thread runs, and as the built command does. */
const WORKER = { source: "'./parse-worker.ts', import.meta.url", built: "'./parse-worker.mjs', import.meta.url" }

/** What lies beside a source (the app) is still found beside that source; what a thread runs is built too, and lies beside the command. */
const stayInPlace: Plugin = {
  name: 'stay-in-place',
  enforce: 'pre',
  transform(code, id) {
    if (code.includes(WORKER.source)) return code.replace(WORKER.source, WORKER.built)
    const place = JSON.stringify(relative(home, id).replaceAll('\\', '/'))
    return code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`)
  },
}

/** Writes down which files the command was built from, so that it is used only as long as they are what they were. */
function noteSources(): Plugin {
  const stamps = new Map<string, string>()
  const note = (file: string): void => {
    const path = relative(root, file)
    const isSource = !file.startsWith(VIRTUAL) && !path.startsWith('..') && !path.startsWith('node_modules')
    if (isSource) stamps.set(path, stampOf(statSync(file)))
  }
  return {
    name: 'note-sources',
    enforce: 'pre',
    buildStart() {
      for (const file of ['package-lock.json', 'vite.command.config.ts']) note(join(root, file))
    },
    transform: (_code, id) => note(id),
    writeBundle({ dir = home }) {
      // One that was changed while it was built from may be in it half old and half new.
      const isAsItWas = [...stamps].every(([path, stamp]) => stampOf(statSync(join(root, path))) === stamp)
      const builtFrom: BuiltFrom = Object.fromEntries(stamps)
      if (isAsItWas) writeFileSync(join(dir, MANIFEST), JSON.stringify(builtFrom))
    },
  }
}

/** Less to read at each start; names stay, for whoever reads where it failed. */
const withoutComments: Plugin = {
  name: 'without-comments',
  renderChunk: (code, { fileName }) => ({
    code: minifySync(fileName, code, { compress: false, mangle: false, codegen: { removeWhitespace: true } }).code,
    map: null,
  }),
}

/** The command line as one file: 360 modules take longer to find than to run. What only the app needs is apart, and so is what threads run. */
export default defineConfig({
  plugins: [stayInPlace, noteSources(), withoutComments],
  publicDir: false,
  ssr: { noExternal: true, external: ['vite'] },
  build: {
    ssr: true,
    outDir: COMMAND,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: { notly: 'src/main.ts', 'parse-worker': 'src/index/parse-worker.ts' },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
})
