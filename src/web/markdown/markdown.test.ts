import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Markdown, Sentence } from './markdown.tsx'

/** The rendered elements without class names and drawings. */
function drawn(html: string): string {
  return html
    .replace(/<svg.*?<\/svg>/g, '')
    .replace(/ class="[^"]*"/g, '')
    .replace(/^<(?:div|span)>|<\/(?:div|span)>$/g, '')
    .trim()
}

const block = (text: string, title?: string) =>
  drawn(renderToStaticMarkup(createElement(Markdown, title === undefined ? { text } : { text, title })))

/** The link stands between `‹` and `›`. */
function sentence(picture: string): string {
  const mark = [picture.indexOf('‹'), picture.indexOf('›') - 1] as const
  return drawn(renderToStaticMarkup(createElement(Sentence, { text: picture.replace(/[‹›]/g, ''), mark })))
}

describe('a passage', () => {
  test.each([
    ['a *b* **c** ~~d~~ `e`', '<p>a <em>b</em> <strong>c</strong> <s>d</s> <code>e</code></p>'],
    [
      'see [[Q3 research|the research]] and @[[a/Plan#Risks]]',
      '<p>see <span>the research</span> and <span>Plan › Risks</span></p>',
    ],
    ['- one\n- two', '<ul><li><p>one</p></li><li><p>two</p></li></ul>'],
    ['3. three', '<ol start="3"><li><p>three</p></li></ol>'],
    ['- [x] done', '<ul><li><div><span>done</span></div></li></ul>'],
    ['> [!note] A title\n> and text', '<blockquote><p> A title\n and text</p></blockquote>'],
    ['builds on:: a\ndepends on:: b\nand more', '<p>builds on:: a<br/>depends on:: b\nand more</p>'],
    ['> quoted\n> twice', '<blockquote><p>quoted\n twice</p></blockquote>'],
    ['```js\nlet a = 1\n```', '<pre><code>let a = 1</code></pre>'],
    [
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    ],
    ['1 &lt; 2 \\* 3 &#65;', '<p>1 &lt; 2 * 3 A</p>'],
    ['---\nkind: task\n---\ntext %%hidden%%', '<p>text </p>'],
  ])('%j', (text, expected) => {
    expect(block(text)).toBe(expected)
  })

  test('leaves out a first heading that repeats the title, and only that', () => {
    expect(block('# Plan\n\ntext', 'Plan')).toBe('<p>text</p>')
    expect(block('# Plan\n\ntext', 'Other')).toBe('<p>Plan</p><p>text</p>')
  })

  test('shows HTML as text', () => {
    expect(block('<script>alert(1)</script>')).toBe('<pre>&lt;script&gt;alert(1)&lt;/script&gt;</pre>')
    expect(block('a <img src=x onerror=alert(1)> b')).toBe('<p>a &lt;img src=x onerror=alert(1)&gt; b</p>')
  })

  test.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd'])(
    'never opens %s',
    (url) => {
      expect(block(`[a](${url}) <${url}>`)).not.toContain('href')
    },
  )

  test('opens the web without telling it where from', () => {
    expect(block('[a](https://example.org)')).toBe(
      '<p><a href="https://example.org" target="_blank" rel="noopener noreferrer">a</a></p>',
    )
  })

  test('survives a thousand levels of quotes', () => {
    expect(block(`${'>'.repeat(1000)} deep`)).toContain('deep')
  })
})

describe('a sentence marks its link', () => {
  test.each([
    ['say ‹@[[Q3 research]]› twice', 'say <mark><span>Q3 research</span></mark> twice'],
    ['say ‹@Q3 research› twice', 'say <mark>@Q3 research</mark> twice'],
    ['- **bold ‹[[A]]›** end', '<strong>bold <mark><span>A</span></mark></strong> end'],
    ['see ‹[the text](a/b.md)›.', 'see <mark><span>the text</span></mark>.'],
    ['| seats | see ‹[[A|our rule]]› \\| more |', 'seats · see <mark><span>our rule</span></mark> | more'],
    ['see [web](https://example.org) and ‹[[A]]›', 'see <span>web</span> and <mark><span>A</span></mark>'],
  ])('%s', (picture, expected) => {
    expect(sentence(picture).trim()).toBe(expected)
  })
})
