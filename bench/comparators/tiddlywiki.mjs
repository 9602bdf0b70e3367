// `tiddlywiki.mjs FOLDER TITLE`: the notes as tiddlers, and who links to one of them. Its wikitext writes links as these notes do.
import tiddlywiki from 'tiddlywiki'
import { readNotes, report } from './notes.mjs'

const [folder, title] = process.argv.slice(2)
const $tw = tiddlywiki.TiddlyWiki()
$tw.boot.argv = ['--version']
const write = process.stdout.write
process.stdout.write = () => true
$tw.boot.boot()
process.stdout.write = write
await report(() => {
  if (!$tw.wiki.tiddlerExists(title))
    for (const note of readNotes(folder)) $tw.wiki.addTiddler({ title: note.title, text: note.text })
  return $tw.wiki.getTiddlerBacklinks(title).length
})
