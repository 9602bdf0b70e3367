// `vscode.mjs FOLDER TITLE`: the Markdown language service of VS Code, and who links to one note. It knows Markdown's links only, so each
// `[[Title]]` is given to it as `[Title](/path.md)`.
import MarkdownIt from 'markdown-it'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { createLanguageService, githubSlugifier, LogLevel } from 'vscode-markdown-languageservice'
import { URI } from 'vscode-uri'
import { readNotes, report } from './notes.mjs'

const [folder, title] = process.argv.slice(2)
const none = () => ({ dispose() {} })
let documents
const workspace = {
  workspaceFolders: [URI.file(folder)],
  onDidChangeMarkdownDocument: none,
  onDidCreateMarkdownDocument: none,
  onDidDeleteMarkdownDocument: none,
  getAllMarkdownDocuments: async () => all().values(),
  hasMarkdownDocument: (uri) => all().has(uri.toString()),
  openMarkdownDocument: async (uri) => all().get(uri.toString()),
  stat: async (uri) => (all().has(uri.toString()) ? { isDirectory: false } : undefined),
  readDirectory: async () => [],
}
const markdown = new MarkdownIt({ html: true })
const parser = { slugifier: githubSlugifier, tokenize: async (document) => markdown.parse(document.getText(), {}) }
const logger = { level: LogLevel.Off, log() {} }
const token = { isCancellationRequested: false, onCancellationRequested: none }
const service = createLanguageService({ workspace, parser, logger })

await report(async () => {
  const [uri] = [...all()].find(([, { title: own }]) => own === title)
  return (await service.getFileReferences(URI.parse(uri), token)).length
})

function all() {
  documents ??= read()
  return documents
}

function read() {
  const notes = readNotes(folder)
  const paths = new Map(notes.map((note) => [note.title, encodeURI(note.path)]))
  const linked = (text) =>
    text.replace(/\[\[([^\]|#]+)\]\]/g, (whole, name) => (paths.has(name) ? `[${name}](/${paths.get(name)})` : whole))
  return new Map(
    notes.map(({ path, title: own, text }) => {
      const uri = URI.file(`${folder}/${path}`)
      const document = TextDocument.create(uri.toString(), 'markdown', 1, linked(text))
      return [uri.toString(), Object.assign(document, { $uri: uri, title: own })]
    }),
  )
}
