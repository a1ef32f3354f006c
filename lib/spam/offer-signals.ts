import { anyOf, type Look, type SignalTest } from "@/lib/spam/look"
import { offers, trades } from "@/lib/spam/offer-phrases"

const asksToCall = anyOf(
  `
    call|ring|text|phone|tel|telephone|telefon|whats ?app|zalo|contact|my number|bel|appelez|llam[ae]|rufen
    chiama(?:mi)?|zadzwon|volejte|sunati|am zap
  `,
  "звоните|电话|اتصل",
)

/** Numbers that a newsroom's readers pass on. */
const publicBodies = anyOf(
  `
    council(?:'s)?|(?:environment|health|housing|benefits|standards|employment) agency|church|parish|volunteers
    food bank|community cent(?:re|er)|helpline|hotline|police|samaritans|crimestoppers|surgery|hospital|clinic
    school|library|biblioteca|mairie|burgeramt|rathaus|ayuntamiento|vet|rescue|ministry|town hall|emergency services
    switchboard|article|leaflet|department|ombudsman|councillor|embassy|charity|gemeente|rang|called|phoned|reported
  `,
)

const praise = anyOf(
  `
    great|nice(?:ly)?|good|excellent|amazing|awesome|wonderful|fantastic|brilliant|superb|beautiful(?:ly)?|lovely
    helpful|informative|interesting|inspir(?:ing|ed)|so inspiring|impressive|well written|loved|love|enjoyed
    appreciate|thank(?:s| you)|top notch|a pleasure|valuable|useful|eye opener|mashaallah|incredible|perfectly
    can't stop reading|what an?|tolle[rs]?|merci|gracias|buen|complimenti|swietny|super|mooi|otimo
  `,
)

const pages = anyOf(
  `
    article|post(?:s|ing)?|blogs?|page|site|web ?site|read|content|info|information|write ?up|piece|reporting|work
    stuff|explained|sharing|write|written|done|always|opener|topic|beitrag|artikel|articulo|articolo|artykul
    inspiring|reading
  `,
)

/** Somebody who tells of another, or of the past, advertises nothing. */
const telling = anyOf(
  String.raw`
    my (?:father|mother|uncle|aunt|sister|brother|dad|mum|grand\w+|wife|husband|son|daughter|neighbou?r)|his|her
    their|was|were|had|who|closed|deserve|used to|fixed|took
  `,
)

const readers = anyOf(
  `
    i (?:was|had|rang|called|phoned|know|went|saw|left|lost)
    my (?:ticket|neighbou?r|mother|father|husband|wife|son|daughter|sister|brother)
    they (?:answered|were|never|are|did)|he (?:is|was)|she (?:is|was)
  `,
)

const isOffer = ({ rest }: Look) => offers.test(rest) || (trades.test(rest) && !telling.test(rest))

/** What is offered for money, and how to get at it without a link. */
export const offerSignals = {
  phone: { label: "a telephone number", test: ({ phones }) => phones > 0 },
  "phone-offer": {
    label: "a telephone number beside a trade or an offer",
    test: ({ phones, words, name }) =>
      phones > 0 &&
      !publicBodies.test(words) &&
      (offers.test(words) || trades.test(words) || trades.test(name.toLowerCase())),
  },
  "phone-private": {
    label: "a telephone number, and no word about whose",
    test: ({ phones, words }) => phones > 0 && !publicBodies.test(words) && !readers.test(words),
  },
  "phone-call": {
    label: "asks to be called or written to",
    test: ({ phones, words }) => phones > 0 && !publicBodies.test(words) && asksToCall.test(words),
  },
  "phone-public": {
    label: "a telephone number of a public office",
    test: ({ phones, words }) => phones > 0 && publicBodies.test(words),
  },
  offer: { label: "offers a service", test: ({ words }) => offers.test(words) },
  trade: { label: "names a trade", test: ({ words }) => trades.test(words) },
  "praise-offer": {
    label: "praise, then a trade or an offer",
    test: (look) => praise.test(look.first) && pages.test(look.first) && isOffer(look),
  },
  "praise-fragment": {
    label: "praise, then words and a place without a sentence",
    test: (look) => praise.test(look.first) && hasFragment(look),
  },
  "praise-website": {
    label: "praise for the page, and a website given",
    test: ({ first, website }) => website !== "" && praise.test(first),
  },
  money: {
    label: "a sum of money",
    test: ({ text }) => /[$€£¥₹₽]\s?\d|\d[.,]*\s?(?:[$€£¥₹₽]|usd\b|eur\b|btc\b|usdt\b|dollars\b)/i.test(text),
  },
  percent: { label: "a percentage", test: ({ text }) => /\d\s?%/.test(text) },
} as const satisfies Record<string, SignalTest>

/** "Rug cleaning, Toronto": at least three words with a name among them, and nothing that makes a sentence. */
function hasFragment({ text }: Look): boolean {
  const [, ...others] = text.slice(0, 1000).split(/[.!?]\s+|\n/)
  return others.some(
    (said) => /^\s*\S+ \S+ \S.* ?\p{Lu}\p{Ll}/u.test(said) && said.length < 120 && !sentence.test(said),
  )
}

const sentence =
  /\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|should|must|may|be|been|the|this|that|my|your|his|her|their|it|same|more|I|who|from|ist|sind|est|sont|es|son|il|la|le|der|die|das)\b|'\w|\w{3,}ed\b/i
