// @vitest-environment jsdom
import { describe, expect, test } from "vitest"
import { parseDocument } from "@/lib/documents/document-schema"
import {
  chrome,
  docs,
  docsParagraph,
  docsSpan,
  gmail,
  libre,
  pages,
  windows,
  word,
  wordItem,
} from "@/tests/support/clipboards"
import { openEditor, paste, said } from "@/tests/support/story-editor"

type Case = [name: string, clipboard: string | { text: string }, right: string, told?: string]

const p = (words: string) => `<p>${words}</p>`
const li = (words: string, more = "") => `<li><p>${words}</p>${more}</li>`
const grid = (...rows: string[][]) =>
  `<div class="table-box"><table><tbody>${rows.map((row) => `<tr>${row.map((cell) => (cell.startsWith("<t") ? cell : `<td>${cell}</td>`)).join("")}</tr>`).join("")}</tbody></table></div>`
const video = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
const player = (url: string) => `<figure data-embed="${url}" data-title="" data-author=""></figure>`
const note = (text: string) => `<sup data-footnote="${text}" title="${text}" class="footnote"></sup>`

const normal = (inner: string) => `<p class=MsoNormal>${inner}<o:p></o:p></p>`
const gap = "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
const wordTable = `<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'><td width=301 valign=top style='width:225.4pt'><p class=MsoNormal><b>Day<o:p></o:p></b></p></td><td width=301><p class=MsoNormal><b>Opens<o:p></o:p></b></p></td></tr><tr><td><p class=MsoNormal>Monday<o:p></o:p></p></td><td><p class=MsoNormal>9.30<o:p></o:p></p></td></tr></table>`

describe.each<[string, Case[]]>([
  [
    "Word",
    [
      [
        "paragraphs and the blank ones between them",
        word(normal("One.") + gap + normal("Two.")),
        p("One.") + p("Two."),
      ],
      [
        "bold and italic within mso styles",
        word(
          normal(
            "The <b><span lang=EN-GB style='mso-bidi-font-family:Arial'>old <i style='mso-bidi-font-style:normal'>mill</i></span></b> burns.",
          ),
        ),
        p("The <strong>old <em>mill</em></strong> burns."),
      ],
      [
        "headings by their elements",
        word(`<h1>Title<o:p></o:p></h1><h2>Part</h2><h3>Smaller</h3>${normal("Words.")}`),
        `<h2>Title</h2><h2>Part</h2><h3>Smaller</h3>${p("Words.")}`,
      ],
      [
        "a list of three levels",
        word(wordItem("·", "a") + wordItem("o", "b", 2) + wordItem("§", "c", 3) + wordItem("·", "d")),
        `<ul>${li("a", `<ul>${li("b", `<ul>${li("c")}</ul>`)}</ul>`)}${li("d")}</ul>`,
      ],
      [
        "numbers with bullets within",
        word(wordItem("1.", "a") + wordItem("o", "b", 2) + wordItem("2.", "c")),
        `<ol>${li("a", `<ul>${li("b")}</ul>`)}${li("c")}</ol>`,
      ],
      [
        "a list between paragraphs",
        word(normal("Bring:") + wordItem("·", "cups") + normal("That is all.")),
        `${p("Bring:")}<ul>${li("cups")}</ul>${p("That is all.")}`,
      ],
      [
        "a table",
        word(wordTable),
        grid(["<strong>Day</strong>", "<strong>Opens</strong>"], ["Monday", "9.30"]),
      ],
      [
        "a table between paragraphs",
        word(normal("Hours:") + wordTable + normal("End.")),
        p("Hours:") +
          grid(["<strong>Day</strong>", "<strong>Opens</strong>"], ["Monday", "9.30"]) +
          p("End."),
      ],
      [
        "a footnote",
        word(
          `${normal(`It cost 3 million.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a>`)}<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Budget of 2025, page 12.</p></div></div>`,
        ),
        p(`It cost 3 million.${note("Budget of 2025, page 12.")}`),
      ],
      [
        "struck words and underlined ones",
        word(normal("We had <s>ten</s> <u>nine</u> cups.")),
        p("We had <s>ten</s> nine cups."),
      ],
      [
        "a link to a page and one to a place in the file",
        word(normal(`<a href="https://example.org/a">Here</a> and <a href="#_Toc1">there</a>.`)),
        p(`<a href="https://example.org/a">Here</a> and there.`),
      ],
      [
        "a link to a file of the writer's machine",
        word(normal(`See <a href="file:///C:\\Users\\eva\\plan.docx">the plan</a>.`)),
        p("See the plan."),
        "Left out: 1 link that leads nowhere from here.",
      ],
      [
        "comments in the margin",
        word(
          `${normal(`The <a style='mso-comment-reference:EV_1'>mayor</a><span class=MsoCommentReference><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[EV1]</a></span> said so.`)}<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Which one?</p></div></div>`,
        ),
        p("The mayor said so."),
        "Left out: 1 comment in the margin.",
      ],
      [
        "what was struck by a reviewer",
        word(normal("We are <ins cite='mailto:Eva'>very</ins> <del cite='mailto:Eva'>un</del>sure.")),
        p("We are very <s>un</s>sure."),
      ],
      ["a line break", word(normal("Mill Road<br>Harbour")), p("Mill Road<br>Harbour")],
      [
        "Arabic",
        word(
          `<p class=MsoNormal dir=RTL style='text-align:right;direction:rtl;unicode-bidi:embed'><span lang=AR-SA dir=RTL>صباح الخير</span></p>`,
        ),
        p("صباح الخير"),
      ],
    ],
  ],
  [
    "Google Docs",
    [
      [
        "paragraphs are not bold",
        docs(docsParagraph(docsSpan("One.")) + docsParagraph(docsSpan("Two."))),
        p("One.") + p("Two."),
      ],
      [
        "a bold word",
        docs(docsParagraph(docsSpan("It ") + docsSpan("burns", "font-weight:700;"))),
        p("It <strong>burns</strong>"),
      ],
      [
        "an italic one",
        docs(docsParagraph(docsSpan("It ") + docsSpan("burns", "font-style:italic;"))),
        p("It <em>burns</em>"),
      ],
      [
        "a struck one",
        docs(docsParagraph(docsSpan("ten ") + docsSpan("nine", "text-decoration:line-through;"))),
        p("ten <s>nine</s>"),
      ],
      [
        "a heading with bold inside",
        docs(
          `<h2 dir="ltr" style="line-height:1.38;">${docsSpan("Part", "font-weight:700;")}</h2>${docsParagraph(docsSpan("x"))}`,
        ),
        `<h2><strong>Part</strong></h2>${p("x")}`,
      ],
      [
        "a list in a list beside its item",
        docs(
          `<ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;" aria-level="1">${docsParagraph(docsSpan("a"))}</li><ul><li dir="ltr" aria-level="2">${docsParagraph(docsSpan("b"))}</li></ul><li dir="ltr" aria-level="1">${docsParagraph(docsSpan("c"))}</li></ul>`,
        ),
        `<ul>${li("a", `<ul>${li("b")}</ul>`)}${li("c")}</ul>`,
      ],
      [
        "a tracking address unwrapped",
        docs(
          docsParagraph(
            `<a href="https://www.google.com/url?q=https://example.org/report?id%3D4&amp;sa=D&amp;ust=1" style="text-decoration:none;">${docsSpan("report", "text-decoration:underline;")}</a>`,
          ),
        ),
        p('<a href="https://example.org/report?id=4">report</a>'),
      ],
      [
        "a table",
        docs(
          `<div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col width="100"><col width="100"></colgroup><tbody><tr style="height:0pt"><td style="border:solid">${docsParagraph(docsSpan("Day"))}</td><td>${docsParagraph(docsSpan("Opens"))}</td></tr><tr><td>${docsParagraph(docsSpan("Monday"))}</td><td>${docsParagraph(docsSpan("9.30", "font-weight:700;"))}</td></tr></tbody></table></div>`,
        ),
        grid(["Day", "Opens"], ["Monday", "<strong>9.30</strong>"]),
      ],
      [
        "two paragraphs in one cell are two lines",
        docs(
          `<table><tbody><tr><td>${docsParagraph(docsSpan("a"))}${docsParagraph(docsSpan("b"))}</td><td>${docsParagraph(docsSpan("c"))}</td></tr><tr><td></td><td>${docsParagraph(docsSpan("d"))}</td></tr></tbody></table>`,
        ),
        grid(["a<br>b", "c"], ["", "d"]),
      ],
      [
        "an exported footnote",
        docs(
          `${docsParagraph(`${docsSpan("It cost 3 million.")}<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>`)}<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a>${docsSpan("&nbsp;Budget of 2025.")}</p></div>`,
        ),
        p(`It cost 3 million.${note("Budget of 2025.")}`),
      ],
      [
        "exported comments",
        docs(
          `${docsParagraph(`${docsSpan("Words")}<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>`)}<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>${docsSpan("Check!")}</p></div>`,
        ),
        p("Words") + p("Check!"),
        "Left out: 1 comment in the margin.",
      ],
      [
        "a divider",
        docs(`${docsParagraph(docsSpan("a"))}<hr>${docsParagraph(docsSpan("b"))}`),
        `${p("a")}<hr>${p("b")}`,
      ],
      [
        "blank lines",
        docs(`${docsParagraph(docsSpan("a"))}<br><br>${docsParagraph(docsSpan("b"))}`),
        p("a") + p("b"),
      ],
    ],
  ],
  [
    "LibreOffice",
    [
      [
        "paragraphs",
        libre(`<p style="margin-bottom: 0cm">One.</p>\n<p><br/>\n\n</p>\n<p>Two.</p>`),
        p("One.") + p("Two."),
      ],
      [
        "bold in a font element",
        libre(`<p><font face="Arial, sans-serif"><b>Loud</b> and low</font></p>`),
        p("<strong>Loud</strong> and low"),
      ],
      [
        "a list whose items are paragraphs",
        libre(
          `<ul>\n\t<li><p style="line-height: 100%">a</p></li>\n\t<li><p>b</p>\n\t<ul>\n\t\t<li><p>c</p></li>\n\t</ul></li>\n</ul>`,
        ),
        `<ul>${li("a")}${li("b", `<ul>${li("c")}</ul>`)}</ul>`,
      ],
      [
        "a footnote",
        libre(
          `<p>It cost 3 million.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Budget of 2025.</p></div>`,
        ),
        p(`It cost 3 million.${note("Budget of 2025.")}`),
      ],
      [
        "a table with a head",
        libre(
          `<table width="100%" cellpadding="4"><col width="128*"/><col width="128*"/><thead><tr valign="top"><th><p align="center">Day</p></th><th><p>Opens</p></th></tr></thead><tbody><tr><td><p>Monday</p></td><td><p>9.30</p></td></tr></tbody></table>`,
        ),
        grid(["<th>Day</th>", "<th>Opens</th>"], ["Monday", "9.30"]),
      ],
      [
        "a quotation",
        libre(`<blockquote style="margin-left: 1cm">We saw it.</blockquote><p>x</p>`),
        `<blockquote>${p("We saw it.")}</blockquote>${p("x")}`,
      ],
    ],
  ],
  [
    "Pages",
    [
      [
        "paragraphs",
        pages(`<p class="p1">One.</p>\n<p class="p2"><br></p>\n<p class="p1">Two.</p>`),
        p("One.") + p("Two."),
      ],
      [
        "its wide blanks",
        pages(`<p class="p1">9<span class="Apple-converted-space">&nbsp;</span>May</p>`),
        p("9 May"),
      ],
      [
        "bold and italic",
        pages(`<p class="p1"><b>Loud</b> and <i>low</i></p>`),
        p("<strong>Loud</strong> and <em>low</em>"),
      ],
      [
        "a list",
        pages(`<ul class="ul1">\n<li class="li1">a</li>\n<li class="li1">b</li>\n</ul>`),
        `<ul>${li("a")}${li("b")}</ul>`,
      ],
      [
        "a table",
        pages(
          `<table cellspacing="0" class="t1"><tbody><tr><td class="td1"><p class="p1">a</p></td><td><p class="p1">b</p></td></tr><tr><td><p>c</p></td><td><p>d</p></td></tr></tbody></table>`,
        ),
        grid(["a", "b"], ["c", "d"]),
      ],
    ],
  ],
  [
    "Gmail",
    [
      ["lines are paragraphs", gmail(`<div>One.</div><div><br></div><div>Two.</div>`), p("One.") + p("Two.")],
      [
        "an indented paragraph is no quotation",
        gmail(
          `<div>One.</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>Two.</div></blockquote>`,
        ),
        p("One.") + p("Two."),
      ],
      [
        "what somebody else wrote is one",
        gmail(
          `<div>Yes.</div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"><div>Is it so?</div></blockquote>`,
        ),
        `${p("Yes.")}<blockquote>${p("Is it so?")}</blockquote>`,
      ],
      [
        "bold by style",
        gmail(`<span style="font-weight:bold">Loud</span> and low`),
        p("<strong>Loud</strong> and low"),
      ],
      [
        "a link that counts its readers",
        gmail(`<a href="https://www.google.com/url?q=https%3A%2F%2Fexample.org%2F&amp;source=gmail">x</a>`),
        p('<a href="https://example.org/">x</a>'),
      ],
      [
        "a mail laid out by a table",
        gmail(
          `<table role="presentation"><tr><td><h2>News</h2></td></tr><tr><td><p>Words.</p></td></tr></table>`,
        ),
        `<h2>News</h2>${p("Words.")}`,
        "Left out: the grid of 1 table, whose cells are paragraphs now.",
      ],
    ],
  ],
  [
    "Substack",
    [
      [
        "a footnote",
        chrome(
          `<p>It cost 3 million.<a class="footnote-anchor" data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-1" href="#footnote-1" target="_self">1</a></p><div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number" contenteditable="false" target="_self">1</a><div class="footnote-content"><p>Budget of 2025.</p></div></div>`,
        ),
        p(`It cost 3 million.${note("Budget of 2025.")}`),
      ],
      [
        "a pull quote",
        chrome(`<p>a</p><div class="pullquote"><p>We were never asked.</p></div><p>b</p>`),
        `${p("a")}<blockquote class="pull-quote">We were never asked.</blockquote>${p("b")}`,
      ],
      [
        "a box that asks readers to subscribe",
        chrome(
          `<p>a</p><div class="subscription-widget-wrap"><form><input type="email"><button>Subscribe</button></form></div><p>b</p>`,
        ),
        p("a") + p("b"),
      ],
      [
        "a video",
        chrome(
          `<p>a</p><div class="youtube-wrap"><iframe src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0&amp;autoplay=0"></iframe></div><p>b</p>`,
        ),
        p("a") + player(video) + p("b"),
      ],
      [
        "a player of a site that is none of those",
        chrome(
          `<p>a</p><div><iframe src="https://player.example/embed/7"></iframe></div><p>b</p><video src="https://video.example/1.mp4"></video>`,
        ),
        p("a") + p('<a href="https://player.example/embed/7">https://player.example/embed/7</a>') + p("b"),
        "Left out: 1 video or other embedded part and 1 player of another site, in whose place is a link.",
      ],
      [
        "an address by itself in a paragraph, and one within words",
        chrome(
          `<p>a</p><p><a href="https://youtu.be/dQw4w9WgXcQ">https://youtu.be/dQw4w9WgXcQ</a></p><p>b https://vimeo.com/76979871</p>`,
        ),
        p("a") + player(video) + p('b <a href="https://vimeo.com/76979871">https://vimeo.com/76979871</a>'),
      ],
      [
        "a player within a list, where none can stand",
        chrome(`<ul><li>a <iframe src="https://player.vimeo.com/video/76979871"></iframe></li></ul>`),
        `<ul>${li("a", p('<a href="https://vimeo.com/76979871">https://vimeo.com/76979871</a>'))}</ul>`,
        "Left out: 1 player of another site, in whose place is a link.",
      ],
      [
        "an address alone",
        { text: " https://www.youtube.com/watch?v=dQw4w9WgXcQ&feature=share\n" },
        player(video) + p(""),
      ],
      [
        "an address alone of a site that is none of those",
        { text: "https://video.example/7" },
        p('<a href="https://video.example/7">https://video.example/7</a>'),
      ],
    ],
  ],
  [
    "web pages",
    [
      [
        "a link without its tracking",
        chrome(
          `<p>See <a href="https://example.org/a?id=4&amp;utm_source=x&amp;fbclid=y" target="_blank">it</a>.</p>`,
        ),
        p('See <a href="https://example.org/a?id=4">it</a>.'),
      ],
      [
        "a relative link",
        chrome(`<p>See <a href="/about">it</a> and <a href="more.html">more</a>.</p>`),
        p("See it and more."),
        "Left out: 2 links that lead nowhere from here.",
      ],
      [
        "a relative link of a page that says where it lies",
        windows(`<p>See <a href="more.html">it</a>.</p>`, "https://example.org/news/today.html"),
        p('See <a href="https://example.org/news/more.html">it</a>.'),
      ],
      [
        "a script as a link",
        chrome(`<p>See <a href="javascript:alert(1)">it</a>.</p>`),
        p("See it."),
        "Left out: 1 link that leads nowhere from here.",
      ],
      [
        "a quotation with its source",
        chrome(
          `<figure><blockquote><p>We saw it.</p></blockquote><figcaption>— Ada Park, baker</figcaption></figure>`,
        ),
        `<blockquote>${p("We saw it.")}<p class="attribution">Ada Park, baker</p></blockquote>`,
      ],
      [
        "a quotation with its source in a footer",
        chrome(`<blockquote><p>We saw it.</p><footer>Ada Park</footer></blockquote><p>x</p>`),
        `<blockquote>${p("We saw it.")}<p class="attribution">Ada Park</p></blockquote>${p("x")}`,
      ],
      [
        "code in lines",
        chrome(`<p>Run:</p><pre class="hl"><code><span class="k">npm</span> start\nnpm test</code></pre>`),
        `${p("Run:")}<pre><code>npm start\nnpm test</code></pre>`,
      ],
      [
        "a table with spans and a caption",
        chrome(
          `<table><caption>Hours</caption><thead><tr><th>Day</th><th>Opens</th></tr></thead><tr><th>Monday</th><td rowspan="2">9.30</td></tr><tr><th>Tuesday</th></tr></table>`,
        ),
        p("Hours") +
          grid(
            ["<th>Day</th>", "<th>Opens</th>"],
            ["<th>Monday</th>", '<td rowspan="2">9.30</td>'],
            ["<th>Tuesday</th>"],
          ),
      ],
      [
        "a table within a table",
        chrome(`<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>`),
        p("a") + p("b") + p("c"),
      ],
      [
        "sections and asides",
        chrome(
          `<article><header><h1>Title</h1></header><section><p>a</p></section><nav><a href="https://example.org/">b</a></nav></article>`,
        ),
        `<h2>Title</h2>${p("a")}${p('<a href="https://example.org/">b</a>')}`,
      ],
      ["raised and lowered words", chrome("<p>10 m<sup>2</sup> of H<sub>2</sub>O</p>"), p("10 m² of H₂O")],
      [
        "a list of terms",
        chrome("<dl><dt>Desk</dt><dd>Where staff work</dd></dl>"),
        p("Desk") + p("Where staff work"),
      ],
      ["a list at once within a list", chrome("<ul><ul><li>a</li></ul></ul>"), `<ul>${li("a")}</ul>`],
      ["words without a paragraph", chrome("One<br><br>Two"), p("One") + p("Two")],
    ],
  ],
  [
    "programs and pages that set words in looks",
    [
      [
        "Word's coloured, highlighted and large words",
        word(
          normal(
            "We are <span style='color:red'>very</span> <span style='background:yellow;mso-highlight:yellow'>sure</span>.",
          ) + normal("<span style='font-size:24.0pt;line-height:107%'>Now!</span> Come and see the bridge."),
        ),
        p("We are very sure.") + p("Now! Come and see the bridge."),
        "Left out: colours, font sizes and highlighting.",
      ],
      [
        "Word's theme colours, which are shades of grey",
        word(normal("<span style='color:#44546A;mso-themecolor:text2'>Quiet</span> words.")),
        p("Quiet words."),
      ],
      [
        "another font in Google Docs, beside a dark grey and a link in blue",
        docs(
          docsParagraph(
            docsSpan("The old mill burns ", "color:#434343;") +
              docsSpan("again", "font-family:'Comic Sans MS';") +
              `<a href="https://example.org/a">${docsSpan(" here", "color:#1155cc;text-decoration:underline;")}</a>`,
          ),
        ),
        p('The old mill burns again<a href="https://example.org/a"> here</a>'),
        "Left out: fonts.",
      ],
      [
        "a heading of Google Docs is large as such",
        docs(
          `<h2 dir="ltr">${docsSpan("Part", "font-size:16pt;color:#434343;")}</h2>${docsParagraph(docsSpan("x"))}`,
        ),
        `<h2>Part</h2>${p("x")}`,
      ],
      [
        "elements of an older time",
        libre(
          '<p><font color="#c9211e">Red</font> and <font size="6">large</font> and <mark>marked</mark> words</p>',
        ),
        p("Red and large and marked words"),
        "Left out: colours, font sizes and highlighting.",
      ],
      [
        "large words of Gmail, beside what else is lost",
        gmail(
          `<div><font size="4">Big</font> and <a href="/inbox">this</a></div><div>and small words below them</div>`,
        ),
        p("Big and this") + p("and small words below them"),
        "Left out: 1 link that leads nowhere from here and font sizes.",
      ],
      [
        "a page that is dark, or set in another size than ours",
        chrome(
          `<p style="color: rgb(232, 230, 227); background-color: rgb(24, 26, 27); font-family: Georgia; font-size: 21px;">The <b style="font-size: 21px;">old</b> mill</p><p style="color: rgb(232, 230, 227); font-family: Georgia; font-size: 21px;">burns<sup style="font-size: 12px">2</sup></p>`,
        ),
        p("The <strong>old</strong> mill") + p("burns²"),
      ],
      [
        "sizes that go by those around them",
        chrome(
          `<p style="font-size:20px">Words of the <span style="font-size:120%">page</span> and <span style="font-size:2em">loud</span> ones</p>`,
        ),
        p("Words of the page and loud ones"),
        "Left out: font sizes.",
      ],
      [
        "code in its colours",
        chrome(`<p>Run:</p><pre><span style="color:#cf222e;background:#ff0">npm</span> start</pre>`),
        `${p("Run:")}<pre><code>npm start</code></pre>`,
      ],
    ],
  ],
  [
    "Markdown",
    [
      [
        "headings",
        { text: "# Title\n\nWords.\n\n## Part\n\nMore." },
        `<h2>Title</h2>${p("Words.")}<h2>Part</h2>${p("More.")}`,
        read(),
      ],
      [
        "lists and emphasis",
        { text: "**Bring**\n\n- a *cup*\n- a plate\n  - a small one" },
        `${p("<strong>Bring</strong>")}<ul>${li("a <em>cup</em>")}${li("a plate", `<ul>${li("a small one")}</ul>`)}</ul>`,
        read(),
      ],
      [
        "links and a quotation",
        { text: "See [it](https://example.org/a) and [us](/about).\n\n> We saw it." },
        `${p('See <a href="https://example.org/a">it</a> and <a href="/about">us</a>.')}<blockquote>${p("We saw it.")}</blockquote>`,
        read(),
      ],
      [
        "a table",
        { text: "| Day | Opens |\n| --- | ---: |\n| Monday | 9.30 |" },
        grid(["<th>Day</th>", "<th>Opens</th>"], ["Monday", "9.30"]),
        read(),
      ],
      [
        "code",
        { text: "Run:\n\n```sh\nnpm start\n# not a heading\n```" },
        `${p("Run:")}<pre><code>npm start\n# not a heading</code></pre>`,
        read(),
      ],
      [
        "HTML within",
        { text: "# Title\n\n<script>alert(1)</script><b onclick=x()>Loud</b> words" },
        `<h2>Title</h2>${p("<strong>Loud</strong> words")}`,
        read(),
      ],
    ],
  ],
  [
    "plain text",
    [
      ["paragraphs", { text: "One.\n\nTwo." }, p("One.") + p("Two.")],
      [
        "an address of a house",
        { text: "Mill Road 4\nHarbour\n\nNext." },
        p("Mill Road 4<br>Harbour") + p("Next."),
      ],
      ["a talk with dashes", { text: "- Hola.\n- Buenos días." }, p("- Hola.") + p("- Buenos días.")],
      ["dates", { text: "24. December\n25. December" }, p("24. December") + p("25. December")],
      ["stars and lines", { text: "5 * 3 * 2\n_old_name_" }, p("5 * 3 * 2") + p("_old_name_")],
      [
        "a sign before a word",
        { text: "#mill is what people call it\nand that is that" },
        p("#mill is what people call it") + p("and that is that"),
      ],
      ["line ends of Windows", { text: "One.\r\n\r\nTwo.\r\n" }, p("One.") + p("Two.")],
      [
        "one line with signs",
        { text: "**loud** and [it](https://example.org/)" },
        p('**loud** and [it](<a href="https://example.org/">https://example.org/</a>)'),
      ],
    ],
  ],
])("from %s", (_, cases) => {
  test.each(cases)("%s", (_name, clipboard, right, told = "") => {
    const editor = paste(openEditor(), typeof clipboard === "string" ? { html: clipboard } : clipboard)
    expect(editor.getHTML()).toBe(right)
    expect(said(editor)).toBe(told)
    editor.state.doc.check()
    expect(parseDocument(JSON.stringify(editor.getJSON()))).toMatchObject({ ok: true })
    editor.commands.undo()
    expect(editor.getHTML()).toBe("<p></p>")
  })
})

function read() {
  return "The text was read as Markdown; paste with Shift to keep its signs."
}
