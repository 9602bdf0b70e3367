import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { compressFiles } from './scripts/lib/compress.mjs'
import { drawFrame } from './scripts/lib/frame.mjs'

// Vite leaves a NODE_ENV alone that is set already, as the test runner does; React would then be built with all its checks.
process.env.NODE_ENV = 'production'

/** The picture of notes and links, which the page of the graph and a note's margin share. */
const GRAPH = /node_modules[\\/](?:sigma|graphology[^\\/]*|events)[\\/]|src[\\/]web[\\/]graph[\\/]/
/** What else the first page does without: the editor, and what lies over the page. */
const LATER =
  /node_modules[\\/](?:@base-ui|@floating-ui|@codemirror|@tanstack[\\/](?:react-)?virtual)|src[\\/]web[\\/]editor[\\/]/

/** The server hands out what is compressed already. */
const compress: Plugin = {
  name: 'compress',
  apply: 'build',
  writeBundle: ({ dir }) => {
    if (dir !== undefined) compressFiles(dir)
  },
}

/** What the app loads by itself as soon as it runs; named in the page, the browser need not wait to be told. */
const FIRST = /src[\\/]web[\\/]editor[\\/]index\.ts$/

/** Every view of a note needs the editor: its files are asked for together with those of the app. */
const preloadEditor: Plugin = {
  name: 'preload-editor',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const editor = chunks.find(({ facadeModuleId }) => FIRST.test(facadeModuleId ?? ''))
      if (editor === undefined) throw new Error('The build has no file of its own for the editor.')
      const files = [editor, ...chunks.filter(({ fileName }) => editor.imports.includes(fileName))]
      const tags = files.flatMap(({ fileName, viteMetadata }) => [
        link('modulepreload', fileName),
        ...[...(viteMetadata?.importedCss ?? [])].map((style) => link('stylesheet', style)),
      ])
      return tags.filter(({ attrs }) => !html.includes(attrs.href))
    },
  },
}

/** What the page shows and does before the app runs. */
const before: Plugin = {
  name: 'before',
  apply: 'build',
  buildStart() {
    this.emitFile({ type: 'chunk', id: 'src/web/before.ts', name: 'before' })
  },
  transformIndexHtml: {
    order: 'post',
    handler: async (html, { bundle = {} }) => {
      const script = Object.values(bundle).find(({ name }) => name === 'before')
      if (script === undefined) throw new Error('The build has no file for what comes before the app.')
      return {
        html: html.replace('<!--frame-->', await drawFrame()),
        // One that the page waits for, so that it never shows another theme first.
        tags: [{ tag: 'script', attrs: { src: `/${script.fileName}` }, injectTo: 'head-prepend' }],
      }
    },
  },
}

function link(rel: string, fileName: string) {
  return { tag: 'link', attrs: { rel, crossorigin: true, href: `/${fileName}` }, injectTo: 'head' as const }
}

export default defineConfig({
  plugins: [react(), compress, preloadEditor, before],
  build: {
    outDir: 'dist/web',
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
    // The page's Content-Security-Policy allows neither data: URLs nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        // What the first page, the editor and what lies over them share is one file, not one for each way of sharing.
        codeSplitting: {
          groups: [
            { name: 'app', priority: 2, test: (id) => !LATER.test(id) && !GRAPH.test(id), minShareCount: 2 },
            { name: 'graph', priority: 1, test: GRAPH, minShareCount: 2 },
            {
              name: 'codemirror',
              priority: 1,
              test: /node_modules[\\/]@codemirror[\\/](?:view|state|language|commands)[\\/]/,
              minShareCount: 2,
            },
            {
              name: 'over',
              priority: 1,
              test: /node_modules[\\/](?:@base-ui|@floating-ui)[\\/]/,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
})
