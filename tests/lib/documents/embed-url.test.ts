import { describe, expect, test } from "vitest"
import { parseDocument } from "@/lib/documents/document-schema"
import { embedHosts } from "@/lib/documents/embed-hosts"
import { embedTarget } from "@/lib/documents/embed-url"
import { plainText, readRichText } from "@/lib/documents/rich-text"

const id = "dQw4w9WgXcQ"
const nocookie = `https://www.youtube-nocookie.com/embed/${id}`
const archive = "https://archive.org/embed/night_of_the_living_dead"
const soundcloud = `https://w.soundcloud.com/player/?url=${encodeURIComponent("https://soundcloud.com/forss/flickermood")}&show_teaser=false`
const spotify = "https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk"
const mixcloud = `https://player-widget.mixcloud.com/widget/iframe/?feed=${encodeURIComponent("/nts/floating/")}`
const podcast = "https://embed.podcasts.apple.com/gb/podcast/the-daily/id1200361736?i=1000012345678"

describe("the address of a page, or of its frame, names a player", () => {
  test.each([
    [`https://www.youtube.com/watch?v=${id}&feature=share`, nocookie],
    [`http://youtu.be/${id}?si=abc&t=90`, `${nocookie}?start=90`],
    [`https://m.youtube.com/watch?app=desktop&v=${id}&t=5s`, `${nocookie}?start=5`],
    [`https://www.youtube.com/shorts/${id}`, nocookie],
    [`https://www.youtube.com/live/${id}?x=1`, nocookie],
    [`//www.youtube-nocookie.com/embed/${id}?rel=0`, nocookie],
    ["https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"],
    [
      "https://vimeo.com/76979871/8272103f6e?share=copy",
      "https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1",
    ],
    [
      "https://player.vimeo.com/video/76979871?h=8272103f6e&autoplay=1",
      "https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1",
    ],
    ["https://www.dailymotion.com/video/x8abcd1", "https://geo.dailymotion.com/player.html?video=x8abcd1"],
    ["https://dai.ly/x8abcd1", "https://geo.dailymotion.com/player.html?video=x8abcd1"],
    ["https://www.ted.com/talks/a_name?language=de", "https://embed.ted.com/talks/a_name"],
    ["https://archive.org/details/night_of_the_living_dead", archive],
    ["https://soundcloud.com/forss/flickermood?utm_source=x", soundcloud],
    [soundcloud, soundcloud],
    ["https://open.spotify.com/intl-de/episode/4rOoJ6Egrf8K2IrywzwOMk?si=1", spotify],
    ["https://www.mixcloud.com/nts/floating/", mixcloud],
    ["https://podcasts.apple.com/gb/podcast/the-daily/id1200361736?i=1000012345678", podcast],
    ["https://www.datawrapper.de/_/Ab3dE/", "https://datawrapper.dwcdn.net/Ab3dE/"],
    ["https://datawrapper.dwcdn.net/Ab3dE/4/", "https://datawrapper.dwcdn.net/Ab3dE/"],
    [
      "https://public.flourish.studio/visualisation/1234567/",
      "https://flo.uri.sh/visualisation/1234567/embed",
    ],
  ])("%s", (address, frame) => {
    expect(embedTarget(address)?.frame).toBe(frame)
  })

  test("and each page and each frame names the same player again, at a host that the policy lets in", () => {
    const pieces: Record<string, string[]> = {
      YouTube: [id, `${id}@90`, `shorts/${id}`],
      Vimeo: ["76979871", "76979871/8272103f6e"],
      Dailymotion: ["x8abcd1"],
      TED: ["a_name"],
      "Internet Archive": ["a-name.2"],
      SoundCloud: ["forss/flickermood", "forss/sets/ecclesia"],
      Spotify: ["track/4rOoJ6Egrf8K2IrywzwOMk"],
      Mixcloud: ["nts/floating"],
      "Apple Podcasts": [
        "gb/podcast/the-daily/id1200361736",
        "gb/podcast/the-daily/id1200361736?i=1000012345678",
      ],
      OpenStreetMap: ["15/51.50000/-0.10000", "9/-33.90000/151.20000!"],
      Datawrapper: ["Ab3dE"],
      Flourish: ["story/12345"],
    }
    expect(Object.keys(pieces).sort()).toEqual(embedHosts.map(({ name }) => name).sort())
    for (const host of embedHosts)
      for (const piece of pieces[host.name] ?? []) {
        expect(host.read(new URL(host.page(piece))), host.name).toBe(piece)
        expect(new URL(host.frame(piece)).origin).toBe(host.origin)
        // The frame of a short does not say that it is one.
        expect(host.read(new URL(host.frame(piece))), host.name).toBe(piece.replace("shorts/", ""))
      }
  })
})

test.each([
  "javascript:alert(1)//youtube.com/watch?v=dQw4w9WgXcQ",
  `https://youtube.com.evil.example/watch?v=${id}`,
  `https://evil.example/?https://youtu.be/${id}`,
  `https://youtu.be@evil.example/${id}`,
  `https://evil.example@youtu.be/${id}`,
  `https://youtu.be:8443/${id}`,
  `https://www.youtube.com/watch?v=${id}"><script>`,
  "https://www.youtube.com/watch?v=short",
  "https://www.youtube.com/redirect?q=https://evil.example",
  "https://www.youtube.com/@somebody",
  "https://soundcloud.com/forss/tracks",
  "https://w.soundcloud.com/player/?url=https://evil.example/a/b",
  "https://open.spotify.com/user/somebody",
  "https://vimeo.com/76979871/../../evil",
  "https://www.openstreetmap.org/#map=99/1/1",
  "https://www.openstreetmap.org/?mlat=x&mlon=1",
  `https://youtu.be/${id} and more words`,
  "",
  `https://youtu.be/${id}?x=${"y".repeat(2000)}`,
])("an address that names no player stays a link: %s", (address) => {
  expect(embedTarget(address)).toBe(null)
})

describe("a text with a player", () => {
  const doc = (...content: unknown[]) => JSON.stringify({ type: "doc", content })
  const embed = (url: unknown, more = {}) => ({ type: "embed", attrs: { url, ...more } })

  test("keeps one spelling of its address, and its words in one line", () => {
    const address = `https://youtu.be/${id}?si=tracked`
    expect(parseDocument(doc(embed(address, { title: " A\nfilm ", evil: 1 })))).toMatchObject({
      ok: true,
      document: {
        content: [{ attrs: { url: `https://www.youtube.com/watch?v=${id}`, title: "A film", author: "" } }],
      },
    })
  })

  test("is refused with a sentence where the player's site is not shown, or there are too many", () => {
    expect(parseDocument(doc(embed("https://evil.example/")))).toMatchObject({
      ok: false,
      message: expect.stringMatching(/site that is not among those/),
    })
    const many = Array.from({ length: 51 }, () => embed(`https://youtu.be/${id}`))
    expect(parseDocument(doc(...many))).toMatchObject({
      ok: false,
      message: expect.stringMatching(/50 embeds/),
    })
  })

  test("shows a link where a site's players are not shown any more, or none can stand", () => {
    const gone = readRichText({ content: [embed("https://gone.example/v/1", { title: "A film" })] })
    expect(gone.content).toMatchObject([
      { type: "paragraph", content: [{ marks: [{ attrs: { href: "https://gone.example/v/1" } }] }] },
    ])
    const inQuote = readRichText({
      content: [{ type: "blockquote", content: [embed(`https://youtu.be/${id}`)] }],
    })
    expect(JSON.stringify(inQuote)).not.toContain("embed")
    expect(plainText(inQuote)).toContain("youtube.com/watch")
    expect(readRichText({ content: [embed("javascript:alert(1)")] }).content).toEqual([])
  })
})
