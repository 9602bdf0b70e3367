import { formatMoment } from './moments.ts'

/** What a template's fields stand for. */
export interface Fields {
  readonly title: string
  /** The empty string for a note without one. */
  readonly kind: string
  /** Its local day and time are written. */
  readonly now: Date
}

/** Stands for `{{cursor}}` until the text is whole: a character that no text has. */
const CURSOR = '\ufdd0'
const FIELD = /\{\{[ \t]*(title|kind|date|time|cursor)(?:[ \t]*:[ \t]*([^{}\n]*?))?[ \t]*\}\}/gi
const FORMATS = { date: 'YYYY-MM-DD', time: 'HH:mm' } as const

/**
 * A template's text with `{{title}}`, `{{kind}}`, `{{date}}`, `{{time}}`, `{{date:D MMMM YYYY}}` and the like filled in; other fields stay.
 * Where `{{cursor}}` stood is for `takeCursor` to say, when nothing more is put before it.
 */
export function fillFields(template: string, { title, kind, now }: Fields): string {
  const head = /^---[ \t]*\r?\n[\s\S]*?^---[ \t]*$/m.exec(template)
  const body = template.startsWith('---') && head !== null ? head[0].length : 0
  return template
    .replaceAll(CURSOR, '')
    .replace(FIELD, (field, name: string, format: string | undefined, at: number) => {
      switch (name.toLowerCase()) {
        case 'cursor':
          return at < body ? '' : CURSOR
        case 'title':
          return at < body ? plainYaml(title, template, at, at + field.length) : title
        case 'kind':
          return kind
        default:
          return formatMoment(now, format || FORMATS[name.toLowerCase() as keyof typeof FORMATS])
      }
    })
}

/** @returns the text without the sign, and where the first one stood; undefined without any */
export function takeCursor(text: string): { readonly text: string; readonly cursor: number | undefined } {
  const at = text.indexOf(CURSOR)
  return { text: text.replaceAll(CURSOR, ''), cursor: at < 0 ? undefined : at }
}

/** A title that is the whole of a property may need quotes, which nobody thinks of in a template. */
function plainYaml(title: string, template: string, from: number, to: number): string {
  const isWhole = /:[ \t]*$/.test(template.slice(0, from)) && /^[ \t]*(?:\r?\n|$)/.test(template.slice(to))
  const isPlain =
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _.,()-]*$/u.test(title) && !/^(?:true|false|null|yes|no|[\d.-]+)$/i.test(title)
  return isWhole && !isPlain ? JSON.stringify(title) : title
}
