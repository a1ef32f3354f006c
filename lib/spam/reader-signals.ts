import { anyOf, type Look, type SignalTest } from "@/lib/spam/look"

const ownLife = anyOf(
  String.raw`
    i (?:was|had|went|saw|walked|grew|moved|worked|drove|lost|remember|called|rang|phoned|cried|left|tried|live|lived|took|asked|read|agree|think|thought|cannot|hate|used|voted)
    we (?:had|were|lost|got|raised|went|lived|tried)
    my (?:father|mother|mum|dad|wife|husband|son|daughter|grand\w+|sister|brother|uncle|aunt|neighbou?r|street|bus|bank|doctor|dog|tablet|phone|school)
    our (?:street|school|village|town|house|children|neighbou?rs?)|when i|years ago|ich (?:habe|war|wohne)
    wir (?:haben|hatten)|yo (?:trabaje|vivo)|j'ai
  `,
)

const aboutText = anyOf(
  String.raw`
    (?:the|this|your) (?:article|story|piece|reporter|headline|photo(?:graph)?|caption|chart|figures?|map|interview|editorial|lyrics|song|video|recipe) (?:is|was|says|said|does|shows|mentions|that|of|on|at|in|writes|should|who)
    paragraph|correction|sources?|according to|your (?:reporter|paper|newspaper|journalist)|page \d+|table \d+
    is public|according|you (?:mean|are wrong|wrote)
  `,
)

/** What speaks for a reader. */
export const readerSignals = {
  "leads-nowhere": {
    label: "no link, number or address, and nothing offered",
    test: leadsNowhere,
  },
  question: {
    label: "a question that leads nowhere",
    test: (look, found) => found.has("leads-nowhere") && /[?？]/.test(look.text),
  },
  "own-life": { label: "tells of the writer's own life", test: ({ words }) => ownLife.test(words) },
  "about-text": { label: "speaks of the story itself", test: ({ words }) => aboutText.test(words) },
  answers: {
    label: "answers another commenter",
    test: (look, found) =>
      (found.has("leads-nowhere") || found.has("handle")) &&
      !found.has("link-1") &&
      /^\s*(?:@\w+|[\p{Lu}]\p{Ll}+, )/u.test(look.text),
  },
  "source-link": {
    label: "one link to a certain page, in a sentence of its own",
    test: ({ links, bare, body, text }, found) =>
      links === 1 &&
      bare === 0 &&
      text.trim().length > 30 &&
      !found.has("link-lure") &&
      !found.has("website") &&
      deepLink.test(body),
  },
  moment: { label: "names a moment or an hour", test: ({ text }) => /\b\d?\d[:.][0-5]\d\b/.test(text) },
} as const satisfies Record<string, SignalTest>

/** With two parts behind the host, a file or a hyphened title. */
const deepLink =
  /(?:https?:\/\/|www\.)[^\s/]{1,100}\/(?:[^\s/]{1,100}\/[^\s/]|[^\s]{1,100}(?:\.pdf|\w-\w|[?=]\w))/i

/** Signals of something to follow, to buy or to do. */
const leads = [
  "handle",
  "subscribe",
  "invites",
  "own-channel",
  "offer",
  "praise-offer",
  "praise-fragment",
  "artist",
  "elsewhere",
  "spaced-address",
  "chain",
  "easy-money",
  "only-link",
]

function leadsNowhere({ links, bare, mails, phones, website }: Look, found: ReadonlySet<string>): boolean {
  return links + bare + mails + phones === 0 && website === "" && !leads.some((signal) => found.has(signal))
}
