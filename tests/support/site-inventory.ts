import { JSDOM } from "jsdom"

/** A kind of page that readers get, with the parts that one of them can hold. */
export type PageKind = "front page" | "story" | "author" | "tag" | "page" | "newsletter"

const everywhere: Record<string, string> = {
  language: "html[lang][dir]",
  title: "head > title",
  description: "head > meta[name=description]",
  "canonical address": "head > link[rel=canonical]",
  icon: "head > link[rel=icon]",
  "icon for phones": "head > link[rel=apple-touch-icon]",
  "skip link": "a.skip-link[href='#main']",
  name: "header.masthead a.nameplate[href='/']",
  tagline: "header.masthead p",
  menu: "nav[aria-label=Sections] li a",
  "newsletter in the menu": "nav[aria-label=Sections] a[href='/newsletter']",
  main: "main#main",
  "main heading": "main h1",
  footer: "footer",
  "what the publication is": "footer p + p",
  "links in the footer": "footer nav[aria-label=Footer] a",
  "About in the footer": "footer a[href='/about']",
  "Privacy in the footer": "footer a[href='/privacy']",
  "house rules in the footer": "footer a[href='/house-rules']",
}

const kinds: Record<PageKind, Record<string, string>> = {
  "front page": {
    "RSS feed": "head > link[rel=alternate][type='application/rss+xml']",
    "JSON feed": "head > link[rel=alternate][type='application/feed+json']",
    "lead with a picture": "article.lead-pictured .lead-picture img",
    "tag of the lead": "article.lead .kicker a",
    "headline of the lead": "article.lead h2 .headline-link",
    "standfirst of the lead": "article.lead .standfirst",
    "two bylines of the lead": "article.lead .meta a[rel=author] ~ a[rel=author]",
    "date of the lead": "article.lead .meta time",
    "stories beside the lead": ".features article h2",
    "heading of a section": "section.front-section h2 a[href^='/tags/']",
    "section that opens with a picture": ".front-section .card-feature .card-picture img",
    "more stories of a section": ".front-section-others article",
    "more stories": "#more-stories",
  },
  story: {
    "tag over the title": ".story-head .kicker a",
    standfirst: ".story-head .standfirst",
    "two writers": ".byline a[rel=author] ~ a[rel=author]",
    "portrait beside the byline": ".byline .portraits .portrait img",
    date: ".byline time",
    "lead picture with alt text": "figure.story-picture img[alt]:not([alt=''])",
    "credit of the picture": "figure.story-picture figcaption",
    text: ".story-body p",
    tags: "ul.tags[aria-label=Tags] a",
    "bio of one writer": "section.author-box p + p",
    "bio of another writer": "section.author-box ~ section.author-box",
    "portrait in a bio": "section.author-box .portrait img",
    comments: "section#comments h2",
    "form for comments": "#respond form textarea",
    "rules where one comments": "#respond a[href='/house-rules']",
    "feed of its comments": "head > link[rel=alternate][href$='/comments/feed.xml']",
    "picture for links": "head > meta[property='og:image']",
    "date for machines": "head > meta[property='article:published_time']",
    "authors for machines": "head > link[rel=author] ~ link[rel=author]",
  },
  author: {
    portrait: ".author-head .portrait img",
    pronunciation: ".author-head bdi",
    bio: ".author-head p[dir=auto]",
    links: ".author-links a",
    stories: "main article .headline-link",
    feed: "head > link[rel=alternate][href^='/authors/'][href$='/feed.xml']",
  },
  tag: {
    description: "main .standfirst",
    stories: "main article .headline-link",
    feed: "head > link[rel=alternate][href^='/tags/'][href$='/feed.xml']",
  },
  page: { text: ".story-body p", "headings in the text": ".story-body h2" },
  newsletter: { form: "main form input[type=email]" },
}

/** The parts that a page holds, by their names; of the facts for machines, their types. */
export function inventoryOf(kind: PageKind, html: string): string[] {
  const { document } = new JSDOM(html).window
  const parts = Object.entries({ ...everywhere, ...kinds[kind] }).flatMap(([name, selector]) =>
    document.querySelector(selector) ? [name] : [],
  )
  const facts = [...document.querySelectorAll("script[type='application/ld+json']")].flatMap((script) => [
    ...(script.textContent ?? "").matchAll(/"@type":"(\w+)"/g),
  ])
  // What readers say under a story is no part that the staff make.
  const types = facts.map(([, type]) => type).filter((type) => type !== "Comment")
  return [...new Set([...parts, ...types.map((type) => `${type} for machines`)])].sort()
}

/** Addresses of one site, each with the kind of page there. */
export type SitePages = Record<string, { kind: PageKind; path: string }>

/** What the pages of a site hold, by their names in `pages`. */
export async function exportSite(site: string, pages: SitePages): Promise<Record<string, string[]>> {
  const held: Record<string, string[]> = {}
  for (const [name, { kind, path }] of Object.entries(pages)) {
    const response = await fetch(site + path)
    held[name] = response.status === 200 ? inventoryOf(kind, await response.text()) : []
  }
  return held
}

/** The names of all parts that a page of a kind can hold. */
export function everyPart(kind: PageKind): string[] {
  return Object.keys({ ...everywhere, ...kinds[kind] })
}

/** A page of each kind of the demo publication. */
export const demoPages = {
  "front page": { kind: "front page", path: "/" },
  story: { kind: "story", path: "/posts/the-van-that-stopped-coming" },
  author: { kind: "author", path: "/authors/hyunju-pask" },
  tag: { kind: "tag", path: "/tags/outdoors" },
  about: { kind: "page", path: "/about" },
  privacy: { kind: "page", path: "/privacy" },
  "house rules": { kind: "page", path: "/house-rules" },
  newsletter: { kind: "newsletter", path: "/newsletter" },
} satisfies SitePages

/** The parts that one site holds and the other one does not. */
export function missingParts(own: Record<string, string[]>, model: Record<string, string[]>): string[] {
  return Object.entries(model).flatMap(([page, parts]) =>
    parts.filter((part) => !own[page]?.includes(part)).map((part) => `${page}: ${part}`),
  )
}
