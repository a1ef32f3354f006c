// @vitest-environment jsdom
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { linkSelection } from "@/components/editor/link-selection"
import { disarm } from "@/components/editor/pasted-attributes"
import { hostileText } from "@/tests/support/hostile-text"
import { openEditor, paste, pasted } from "@/tests/support/story-editor"

const ignore = (marker: string) =>
  `<span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>`
const item = (marker: string, words: string, level = 1) =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'>${ignore(marker)}${words}<o:p></o:p></p>\n`
const online = (list: string, words: string, level = 1, attributes = "") =>
  `<div class="ListContainerWrapper SCXW1 BCX8"><${list} class="BulletListStyle1" role="list" ${attributes}><li data-aria-level="${level}" role="listitem"><p class="Paragraph"><span class="TextRun"><span class="NormalTextRun">${words}</span></span></p></li></${list}></div>`
const li = (words: string, more = "") => `<li><p>${words}</p>${more}</li>`

test.each([
  ["10<sup>6</sup> litres of H<sub>2</sub>O", "10⁶ litres of H₂O"],
  ["10<span style='vertical-align:super'>-3</span> m<sup><b>2</b></sup>", "10⁻³ m²"],
  ["x<span style='font-size:0.6em;VERTICAL-ALIGN: sub'>10</span>", "x₁₀"],
  ["the 1<sup>st</sup> of May", "the 1st of May"],
  ["CO<sub style='vertical-align:baseline'>2</sub>", "CO2"],
  ["m<sup></sup><sup>n</sup>", "mⁿ"],
])("a pasted number stays raised or lowered: %s", (html, words) => {
  expect(pasted(html)).toBe(`<p>${words}</p>`)
})

describe("bold and italic are what the source showed so", () => {
  test.each([
    [
      "<p class=MsoNormal>The hall is <b style='mso-bidi-font-weight:normal'>closed</b> today.</p>",
      "<p>The hall is <strong>closed</strong> today.</p>",
    ],
    [
      "<span style='mso-bidi-font-weight:bold'>Not bold</span> <span style='mso-bidi-font-style:italic'>not italic</span>",
      "<p>Not bold not italic</p>",
    ],
    ["<i style='font-style:normal'>x</i>", "<p>x</p>"],
    [
      "<b style='font-weight:normal' id='docs-internal-guid-1'><p>One</p><p>Two</p></b>",
      "<p>One</p><p>Two</p>",
    ],
    ["<b>loud <span style='font-weight:400'>low</span></b>", "<p><strong>loud </strong>low</p>"],
    ["<span style='-x-font-weight:bold;font-family:\"a;font-weight:700\"'>x</span>", "<p>x</p>"],
    ["<span style='FONT-WEIGHT : 700 !important'>x</span>", "<p><strong>x</strong></p>"],
    ["<p style='font-style: oblique'>x</p>", "<p><em>x</em></p>"],
    ["<h2 style='font-weight:bold'>Heading</h2><p>x</p>", "<h2>Heading</h2><p>x</p>"],
    ["<span style='text-decoration:line-through'>gone</span>", "<p><s>gone</s></p>"],
    [
      "<span style='text-decoration-line:line-through;text-decoration-style:solid'>gone</span>",
      "<p><s>gone</s></p>",
    ],
    ["<s style='text-decoration:none'>there</s>", "<p>there</p>"],
    ["<del>gone <b>all</b></del>", "<p><s>gone </s><strong><s>all</s></strong></p>"],
  ])("%s", (html, right) => expect(pasted(html)).toBe(right))
})

describe("a list that a word processor fakes becomes a list", () => {
  test.each([
    [
      "bullets with one of level 2",
      item("·", "one") + item("o", "inner", 2) + item("·", "two"),
      `<ul>${li("one", `<ul>${li("inner")}</ul>`)}${li("two")}</ul>`,
    ],
    [
      "numbers with letters within",
      item("1.", "one") + item("2.", "two") + item("a)", "inner", 2),
      `<ol>${li("one")}${li("two", `<ol>${li("inner")}</ol>`)}</ol>`,
    ],
    [
      "the first number is kept",
      item("4.", "four") + item("5.", "five"),
      `<ol start="4">${li("four")}${li("five")}</ol>`,
    ],
    [
      "Roman numbers",
      item("iv.", "four") + item("v.", "five"),
      `<ol start="4">${li("four")}${li("five")}</ol>`,
    ],
    ["Arabic digits", item("٣.", "ثلاثة"), `<ol start="3">${li("ثلاثة")}</ol>`],
    ["numbers of chapters", item("2.1.", "first"), `<ol>${li("first")}</ol>`],
    [
      "markers that are letters of a sign font",
      item("§", "a") + item("v", "b") + item("Ø", "c") + item("o", "d"),
      `<ul>${li("a")}${li("b")}${li("c")}${li("d")}</ul>`,
    ],
    ["bullets, then numbers", item("·", "a") + item("1.", "b"), `<ul>${li("a")}</ul><ol>${li("b")}</ol>`],
    [
      "comments around the marker",
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><!--[if !supportLists]-->${ignore("·")}<!--[endif]-->one</p>` +
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><!--[if !supportLists]-->·&nbsp; <!--[endif]-->two</p>",
      `<ul>${li("one")}${li("two")}</ul>`,
    ],
    [
      "downlevel comments around the marker",
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>${ignore("1.")}<![endif]>one</p>`,
      `<ol>${li("one")}</ol>`,
    ],
    [
      "a marker without a name",
      "<p style='mso-list:l0 level1 lfo1'>·&nbsp;&nbsp; one</p><p style='mso-list:l0 level1 lfo1'>·&nbsp;&nbsp; two</p>",
      `<ul>${li("one")}${li("two")}</ul>`,
    ],
    [
      "Word Online's list for each item",
      online("ul", "one") + online("ul", "inner", 2) + online("ul", "two"),
      `<ul>${li("one", `<ul>${li("inner")}</ul>`)}${li("two")}</ul>`,
    ],
    [
      "Word Online's list without levels",
      '<div class="ListContainerWrapper"><ul><li>one</li></ul></div><div class="ListContainerWrapper"><ul><li>two</li></ul></div>',
      `<ul>${li("one")}${li("two")}</ul>`,
    ],
    [
      "Word Online's numbers",
      online("ol", "three", 1, 'start="3"') + online("ol", "four", 1, 'start="4"'),
      `<ol start="3">${li("three")}${li("four")}</ol>`,
    ],
    [
      "two lists with words between",
      `${item("1.", "a")}<p>between</p>${item("2.", "b")}`,
      `<ol>${li("a")}</ol><p>between</p><ol start="2">${li("b")}</ol>`,
    ],
  ])("%s", (_, html, right) => expect(pasted(html)).toBe(right))
})

describe("nothing is pasted that the source did not show", () => {
  test.each([
    [
      `Say <a style='mso-comment-reference:A_1'>this</a><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[A1]</a></span>.` +
        `<div style='mso-element:comment-list'><hr><div style='mso-element:comment'><p>Check with the lawyer!</p></div></div>`,
      "<p>Say this.</p>",
    ],
    ["<p>a<span style='display:none'>x</span>b</p>", "<p>ab</p>"],
    ["<p>a<span style='visibility: hidden !important'>x</span>b</p>", "<p>ab</p>"],
    ["<p>a<span hidden>x</span>b</p>", "<p>ab</p>"],
    ["<p>a<span hidden='until-found'>x</span>b</p>", "<p>ab</p>"],
    ["<p>a<span style='mso-hide:all'>x</span>b</p>", "<p>ab</p>"],
    ["<p>a<span style='color:red;DISPLAY:NONE'>x</span>b</p>", "<p>ab</p>"],
    ["<p>a</p><template><p>x</p></template><noscript>x</noscript><p>b</p>", "<p>a</p><p>b</p>"],
    ["<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>", "<p>漢かん</p>"],
    ["<p>a<span style='opacity:0'>x</span><span style='opacity:0.5'>b</span></p>", "<p>ab</p>"],
    ["<style>p{}</style><script>alert(1)</script><p>a<style>x</style></p>", "<p>a</p>"],
  ])("%s", (html, right) => expect(pasted(html)).toBe(right))
})

describe("a link leads where the source's did", () => {
  test.each([
    ["https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1&sa=D", "https://example.org/a?b=1"],
    ["https://www.google.de/url?sa=t&url=https%3A%2F%2Fexample.org%2F", "https://example.org/"],
    [
      "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=1",
      "https://example.org/a",
    ],
    ["https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2F&h=1", "https://example.org/"],
    ["https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert(1)"],
    [
      "https://example.com/url?q=https%3A%2F%2Fexample.org%2F",
      "https://example.com/url?q=https%3A%2F%2Fexample.org%2F",
    ],
    ["https://transit.example/online=1", "https://transit.example/online=1"],
    ["https://shop.example/?q=red style=short", "https://shop.example/?q=red style=short"],
    ["https://e.example/?a=1&amp;onclick='x' style='y'", "https://e.example/?a=1&amp;onclick='x' style='y'"],
    ["tel:+49800111", "tel:+49800111"],
    ["tel:116 123", "tel:116 123"],
    ["TEL:+49-800-111", "TEL:+49-800-111"],
    ["//host.example/x", "https://host.example/x"],
    ["//host.example", "https://host.example"],
    ["//host.example:8080/x?a=1&amp;b=2#c", "https://host.example:8080/x?a=1&amp;b=2#c"],
    ["//a.example//b.example/x", "https://a.example//b.example/x"],
    ["//例え.example/x", "https://例え.example/x"],
    ["mailto:a@example.org", "mailto:a@example.org"],
  ])("%s", (href, right) =>
    expect(pasted(`<p><a href="${href}">x</a></p>`)).toBe(`<p><a href="${right}">x</a></p>`),
  )

  test("with either quote around it, and with none", () => {
    expect(pasted(`<a href='https://e.example/?q="online=3"'>x</a>`)).toBe(
      '<p><a href="https://e.example/?q=&quot;online=3&quot;">x</a></p>',
    )
    expect(pasted("<a href=https://e.example/onclick=1 onclick=alert(1)>x</a>")).toBe(
      '<p><a href="https://e.example/onclick=1">x</a></p>',
    )
    expect(pasted(`<a title="it's > style=" href="https://e.example/" >x</a>`)).toBe(
      '<p><a href="https://e.example/">x</a></p>',
    )
  })

  const armed = [
    `<p title='style="a"' STYLE="color:red" OnClick="x()" /onfocus=y><img src=x onerror=z>a &lt;b style="c"></p>`,
    "<xmp><p title='</xmp><img src=x onerror=z>'>",
    "<noembed><p title='</noembed><img src=x onerror=z>'>",
    "<noframes><p title='</noframes ><img src=x onerror=z>'>",
    "<iframe><p title='</iframe/><img src=x onerror=z>'></iframe>",
    "<textarea><p title='</textareas></textarea\n><img src=x onerror=z>'>",
    "<title><!--</title><img src=x onerror=z>-->",
    "<xmp><xmp><p title='</xmp><img src=x onerror=z></xmp>'>",
    "<!--><img src=x onerror=z>-->",
    "<!---><img src=x onerror=z>-->",
    "<!--a--!><img src=x onerror=z>-->",
    "<?a <p title='><img src=x onerror=z>'>",
    "<!a <p title='><img src=x onerror=z>'>",
    "</ <p title='><img src=x onerror=z>'>",
    `</b title='<a title="'><img src=x onerror=z alt="">`,
    '<a title="<!--"><img src=x onerror=z>-->',
    '<img src=\u00A0"x onerror=z ">',
    "<style><!--</style><img src=x onerror=z>-->",
    // What stands beside a gap would join.
    "<</style>img onerror=z>",
    "<<style></style>img src=x onerror=z>",
    '<img o onx=""nerror=z>',
    '<p s onx=""tyle=a>',
    '<s onx=""cript>x',
    '<p x onf=""="><q title="<img src=x onerror=1>">',
    `<title></tit onx=""le><xmp><p title='</xmp><img src=x onerror=z>'></title>`,
    // Elements around that change how a text is read.
    "<svg><![CDATA[><p title=']]><img src=x onerror=z>'>",
    "<svg><![CDATA[><!--]]><g on>",
    '<svg><title><!--</title><a t="--><img onerror=z>">',
    "<svg><title><xmp><p title='</xmp><img src=x onerror=z>'></title>",
    '<svg><textarea><!--</textarea><p title="--><img onerror=z>">',
    "<select><title><textarea><p title='</textarea><img src=x onerror=z>'></title>",
    ...hostileText.filter((text) => /onerror|onload|onclick|style/i.test(text)),
  ]

  test.each(armed)("no handler and no style meets the page's policy: %j", (html) => {
    expect(forbiddenIn(html)).toEqual([])
  })

  test("nor does one of anything that is put together from pieces of tags", () => {
    const tags = [
      "<xmp>",
      "</xmp>",
      "<title",
      "<!--",
      "-->",
      "--!>",
      "<img onerror=1>",
      "<svg>",
      "</svg>",
      "<style>",
    ]
    const pieces = [
      ...tags,
      "</style>",
      "<![CDATA[",
      "]]>",
      "<plaintext>",
      "<select>",
      "<textarea>",
      "</p ",
      "</t",
      "<s",
    ]
    const rest = ['"', "'", " title=", ">", "/", "=", ' onx=""', " o", "cript", "itle>", "<"]
    const soup = fc
      .array(fc.constantFrom(...pieces, ...rest), { maxLength: 12 })
      .map((parts) => parts.join(""))
    fc.assert(
      fc.property(soup, (html) => {
        expect(forbiddenIn(html)).toEqual([])
      }),
      { numRuns: 1500 },
    )
  })

  test("style sheets and scripts are dropped with what is in them", () => {
    expect(pasted("<p>b<STYLE type=x>a</style >, <script>c</script>d<style>e")).toBe("<p>b, d</p>")
    expect(pasted('<svg><style/><script href="a.js"/></svg><p>Words</p>')).toBe("<p>Words</p>")
  })

  test("of an element that holds text and no markup the words stay as they are", () => {
    const words = "5 < 6, a<b on Monday, </p> & 'on' = \"x\""
    for (const name of ["textarea", "title", "xmp"]) {
      const { body } = new DOMParser().parseFromString(
        `<body>${disarm(`<${name}>${words}</${name}>`)}`,
        "text/html",
      )
      expect(body.textContent).toBe(words)
    }
  })
})

/** Every handler, style, style sheet and script that a browser finds in HTML from elsewhere when it has been disarmed. */
function forbiddenIn(html: string): string[] {
  const { documentElement } = new DOMParser().parseFromString(`<body>${disarm(html)}`, "text/html")
  return [...documentElement.querySelectorAll("*")].flatMap((element) => [
    ...element.getAttributeNames().filter((name) => name === "style" || name.startsWith("on")),
    ...(/^(style|script)$/i.test(element.localName) ? [element.localName] : []),
  ])
}

describe("pasting never reads words as marks", () => {
  test.each([
    "5 * 3 * 2",
    "*.txt and *.doc",
    "Anna * and Ben *",
    "_old_name_",
    "*starred* and **doubled**",
    "~~struck~~ and `quoted`",
    "__init__",
    "1. first",
    "A. Smith",
    "# heading",
    "> said",
    "- dash",
  ])("%s", (words) => {
    const right = `<p>${words.replace(">", "&gt;")}</p>`
    expect(paste(openEditor(), { text: words }).getHTML()).toBe(right)
    expect(pasted(right)).toBe(right)
  })

  test("lines that begin with numbers stay lines", () => {
    expect(paste(openEditor(), { text: "24. December\n25. December" }).getHTML()).toBe(
      "<p>24. December</p><p>25. December</p>",
    )
  })

  test("an address that is written out becomes a link all the same", () => {
    expect(paste(openEditor(), { text: "see https://example.org/a" }).getHTML()).toBe(
      '<p>see <a href="https://example.org/a">https://example.org/a</a></p>',
    )
  })
})

describe("what is pasted into a sentence continues it", () => {
  test.each([
    [{ text: " or later" }, "Meet at noon or later"],
    [{ html: " or later" }, "Meet at noon or later"],
    [{ html: "<meta charset='utf-8'><span> or later</span>" }, "Meet at noon or later"],
    [{ html: "<p> or later</p>" }, "Meet at noon or later"],
    [
      { html: "<html><body>\n<!--StartFragment--> or later<!--EndFragment-->\n</body></html>" },
      "Meet at noon or later",
    ],
    [{ html: "<div>\n  <p>\n    ish\n  </p>\n</div>" }, "Meet at noonish"],
    [{ text: " " }, "Meet at noon "],
    [{ html: "<span> </span>" }, "Meet at noon "],
    [{ text: "ish \n" }, "Meet at noonish"],
  ])("%j", (clipboard, right) => {
    expect(paste(openEditor("<p>Meet at noon</p>"), clipboard).getText()).toBe(right)
  })

  test.each([
    ['<p><a href="https://example.org/">ab</a></p>', '<p><a href="https://example.org/">aXb</a></p>'],
    ["<p><strong>ab</strong></p>", "<p><strong>aXb</strong></p>"],
    ["<p><code>ab</code></p>", "<p><code>aXb</code></p>"],
    ["<p><em><s>ab</s></em></p>", "<p><em><s>aXb</s></em></p>"],
    ["<p>ab</p>", "<p>aXb</p>"],
  ])("plain text takes the marks around it: %s", (before, after) => {
    const editor = openEditor(before)
    editor.commands.setTextSelection(2)
    expect(paste(editor, { text: "X" }).getHTML()).toBe(after)
  })

  test("plain text over words that are marked takes their marks", () => {
    const editor = openEditor("<p>a<strong>b</strong>c</p>")
    editor.commands.setTextSelection({ from: 2, to: 3 })
    expect(paste(editor, { text: "X" }).getHTML()).toBe("<p>a<strong>X</strong>c</p>")
  })
})

describe("signs that a page draws are kept", () => {
  test.each([
    ['<img alt="🎉" class="emoji" src="x.png">', "🎉"],
    ['<img alt="👩‍👩‍👧" src="x.png">', "👩‍👩‍👧"],
    ['<img alt="❤️" src="x.png">', "❤️"],
    ['<img alt="1️⃣" src="x.png">', "1️⃣"],
    ['<img alt="🇩🇪" src="x.png">', "🇩🇪"],
    ['<img alt="12" src="x.png">', ""],
    ['<img alt="A street at noon" src="x.png">', ""],
    ["<q>x</q>", "“x”"],
    ["<q>he said <q>no</q></q>", "“he said ‘no’”"],
    ["<q cite='https://e.example/'>x</q>, <q>y</q>", "“x”, “y”"],
    ["<q>x <strong>y</strong></q>", "“x <strong>y</strong>”"],
    ["<em><q>x</q></em>", "<em>“x”</em>"],
    [`<q><a href="https://e.example/">x</a></q>`, `“<a href="https://e.example/">x</a>”`],
    ["<span lang='de'><q>ja, <q>nein</q></q></span>", "„ja, ‚nein‘“"],
    // As browsers do, by the language of the sentence around, not by that of the words within.
    ["<span lang='sv'><q lang='en'>x</q></span>", "”x”"],
    ["<span lang='tlh'><q>x</q></span>", "“x”"],
    ["<span lang='DE'><q>x</q></span>", "„x“"],
    ["<span lang='de-ch'><q>x</q></span>", "«x»"],
    ["<span lang='constructor'><q>x</q></span>", "“x”"],
  ])("%s", (html, words) =>
    expect(pasted(`<p>a ${html} b</p>`)).toBe(`<p>a ${words} b</p>`.replace("  ", " ")),
  )
})

describe("words that are code keep their link", () => {
  const link = (words: string) => `<a href="https://example.org/">${words}</a>`
  const code = (words: string) => `<code>${words}</code>`

  test.each([
    [`<p>${link(`run ${code("npm start")} now`)}</p>`, `<p>${link(`run ${code("npm start")} now`)}</p>`],
    [`<p>${code(`a ${link("b")} c`)}</p>`, `<p>${code("a ")}${link(code("b"))}${code(" c")}</p>`],
    [`<p><strong>${link(code("x"))}</strong></p>`, `<p>${link(code("x"))}</p>`],
    [`<ul><li>${code(link("x"))}</li></ul>`, `<ul><li><p>${link(code("x"))}</p></li></ul>`],
    [
      `<h2>${link(`<span style="font-family:monospace">${code("x")}</span>`)}</h2>`,
      `<h2>${link(code("x"))}</h2>`,
    ],
  ])("pasted as %s", (html, right) => expect(pasted(html)).toBe(right))

  test.each([
    [
      "a part of them",
      `<p>${code("npm start")}</p>`,
      [5, 10],
      `<p>${code("npm ")}${link(code("start"))}</p>`,
    ],
    [
      "words around them",
      `<p>run ${code("npm")} now</p>`,
      [1, 12],
      `<p>${link(`run ${code("npm")} now`)}</p>`,
    ],
    [
      "another address",
      `<p><a href="https://old.example/">${code("npm")}</a></p>`,
      [2, 2],
      `<p>${link(code("npm"))}</p>`,
    ],
    [
      "in a list",
      `<ul><li><p>${code("npm")}</p></li></ul>`,
      [3, 6],
      `<ul><li><p>${link(code("npm"))}</p></li></ul>`,
    ],
  ] as const)("by Ctrl+K: %s", (_, before, [from, to], right) => {
    const editor = openEditor(before)
    editor.commands.setTextSelection({ from, to })
    linkSelection(editor, "https://example.org/", "example.org")
    expect(editor.getHTML()).toBe(right)
  })

  test("when an address is pasted over them", () => {
    const editor = openEditor(`<p>${code("npm start")}</p>`)
    editor.commands.selectAll()
    expect(paste(editor, { text: "https://example.org/" }).getHTML()).toBe(
      `<p>${link(code("npm start"))}</p>`,
    )
  })
})

test("words that are code keep their link when they are no code any more", () => {
  const linked = '<p><a href="https://example.org/"><code>npm start</code></a></p>'
  expect(pasted('<p><a href="https://example.org/"><code>npm start</code></a></p>')).toBe(linked)
  expect(pasted('<p><code><a href="https://example.org/">npm start</a></code></p>')).toBe(linked)
  const editor = openEditor("<p><code>npm start</code></p>")
  editor.chain().selectAll().setLink({ href: "https://example.org/" }).run()
  expect(editor.getHTML()).toBe(linked)
  expect(editor.chain().selectAll().toggleCode().run() && editor.getHTML()).toBe(
    '<p><a href="https://example.org/">npm start</a></p>',
  )
})
