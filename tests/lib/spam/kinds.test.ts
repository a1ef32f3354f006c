import { expect, test } from "vitest"
import { featuresOf } from "@/lib/spam/features"
import { labelOf } from "@/lib/spam/labels"
import { judgeSpam } from "@/lib/spam/model"
import { read } from "@/lib/spam/reading"
import { signalsOf } from "@/lib/spam/signals"
import { startSignals } from "@/lib/spam/start-signals"
import { thresholds } from "@/lib/spam/thresholds"

type Said = string | { name?: string; website?: string; body: string }

function judge(said: Said) {
  const { name = "Ada", website = "", body } = typeof said === "string" ? { body: said } : said
  return judgeSpam(featuresOf({ name, website, body }), new Map())
}

/** What a site holds that has not decided anything yet. */
const caught: Record<string, Said[]> = {
  "advertising by telephone number without a link": [
    "Sash windows repaired and draught proofed in Norwich, ring Paul on 01632 960 288",
    "Cheap van hire with driver, phone 07700 900 341 for a price",
    "Guitar lessons for beginners at your home, text (555) 010-0171",
    "Wohnungsauflösungen in Kassel, besenrein, Tel. 0561 555 0139",
    "Fontanero en Murcia, sin desplazamiento, llame al 968 555 012",
  ],
  "praise for the page, then a trade and a town": [
    "Terrific article, nice work! Gutter cleaning in Plymouth from forty pounds, free quotes.",
    { name: "Boston Movers", body: "Great post, very helpful. Piano movers serving Boston and Cambridge." },
    { website: "https://brows.example.com", body: "Lovely blog. Eyelash extensions in Salford." },
    "Thanks for this useful information. We install solar panels in Adelaide, free quotes.",
  ],
  "nothing but a link": [
    "https://shop.example.com/a?ref=12",
    "www.news-today.example.org",
    "look: http://pictures.example.net/p/8821",
    "watch?v=exampleAbc0",
  ],
  "begging for subscribers, bare and short": [
    "sub please",
    "Subscribe to my channel!!",
    "plz sub to me",
    "SUBSCRIBE",
    "abonnez-vous à ma chaîne",
    "подпишитесь на мой канал",
  ],
}

/** What a reader may say anywhere. */
const passed: Record<string, Said[]> = {
  "a reader's question about software": [
    "Is there a free download of the map software? I would click on register but the website asks for a credit card.",
    "Which hosting does your website use, and can I subscribe to the comments by RSS?",
    "Does anybody know if the free version of that app still runs on an old tablet?",
    "My phone says that I have to sign up before I can visit the download page. Is that a bug?",
  ],
  "a telephone number that readers pass on": [
    "The council's flood line is 01632 960 717, they came within the hour.",
    "If you feel like this, the helpline is free: 0800 555 0102.",
    "The library has a new number, 555-0166, open until six.",
  ],
  "praise for an article by someone who names a trade and a town": [
    "Excellent article. My father was a plumber in Plymouth and hated those pipes.",
    "Great piece, thank you. The locksmith in Derby who was quoted is a friend of ours.",
    "Lovely read. I used to clean offices in Salford and it was exactly like that.",
  ],
  "one source for what was said": [
    "The report on the bridge is public: https://council.example.org/reports/bridge.pdf",
    "According to the census it is 4,100: https://statistics.example.gov/census",
    "See the article of last May, https://gazette.example.com/2023/05/harbour, about the harbour.",
  ],
  "a reader who has subscribed": [
    "I subscribed to the newsletter after this.",
    "I subscribe to this channel and to two papers, and nobody else reported it.",
    "Just subscribed, thank you for the series.",
    "I have been a subscriber for ten years and this is the best thing you did.",
  ],
  "one word, or a few in another language": [
    "Nice",
    "Amen",
    "❤️❤️❤️",
    "Très beau texte.",
    "写得好",
    "Dziękuję bardzo",
  ],
}

test.each(cases(caught))("%s is held on the first day: %j", (_, said) => {
  expect(judge(said).score).toBeGreaterThanOrEqual(thresholds.hold)
})

test.each(cases(passed))("%s is not held: %j", (_, said) => {
  expect(judge(said).score).toBeLessThan(thresholds.hold)
})

test("words that only lean towards advertisers never hold a comment by themselves, however many there are", () => {
  const { score, contributions } = judge(
    "Casino, poker, jackpot, betting, bonus, bitcoin, crypto, loans, trading, discount, coupon, delivery, pills and download.",
  )
  expect(contributions.length).toBeGreaterThan(10)
  expect(score).toBeLessThan(thresholds.hold)
})

test("a moderator reads in a sentence what was noticed", () => {
  const { contributions } = judge("Roof repairs in Tulsa, call 555-0133 for a free estimate")
  const labels = contributions.map(({ label }) => label)
  expect(labels).toContain("a telephone number beside a trade or an offer")
  expect(labels).toContain("asks to be called or written to")
  for (const signal of Object.keys(startSignals))
    expect(labelOf(`sign:${signal}`)).toMatch(/^[a-z][a-z0-9 ,:/'-]+$/i)
})

test.each([
  ["01632 960142", true],
  ["(555) 010-0192", true],
  ["1-800-555-0177", true],
  ["98765 43210", true],
  ["+49 30 23125 118", true],
  ["0 7 7 0 0 9 0 0 3 3 1", true],
  ["the years 1998-2004", false],
  ["12.03.2024", false],
  ["2024-03-12 10", false],
  ["1.204.000", false],
  ["150 000 000", false],
  ["978-0-306-40615-7", false],
  ["20210447112", false],
])("%s looks like a telephone number: %s", (body, expected) => {
  expect(signalsOf(read({ name: "", website: "", body })).includes("phone")).toBe(expected)
})

function cases(kinds: Record<string, Said[]>): [string, Said][] {
  return Object.entries(kinds).flatMap(([kind, all]) => all.map((said): [string, Said] => [kind, said]))
}
