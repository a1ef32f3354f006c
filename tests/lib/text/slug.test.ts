import fc from "fast-check"
import { expect, test } from "vitest"
import { isSlug } from "@/lib/posts/is-slug"
import { isMadeFrom, isReservedSlug, numberedSlug, slugFrom } from "@/lib/text/slug"
import { runs } from "@/tests/support/runs"

test.each([
  ["A summer fair for everyone", "a-summer-fair-for-everyone"],
  ["  Korea’s “quiet” street — again!  ", "koreas-quiet-street-again"],
  ["Crème brûlée à l’été", "creme-brulee-a-lete"],
  ["Straße, Łódź, Ærø, Þingvellir", "strasse-lodz-aero-thingvellir"],
  ["Nguyễn Thị Định", "nguyen-thi-dinh"],
  ["10 things to do in 2026", "10-things-to-do-in-2026"],
])("the address of “%s” is readable", (title, slug) => {
  expect(slugFrom(title)).toBe(slug)
})

test.each([
  ["Лето в городе", "leto-v-gorode"],
  ["Новый мэр", "novyy-mer"],
  ["Київ: об’єднання", "kiiv-obiednannya"],
  ["Καλοκαίρι στην πόλη", "kalokairi-stin-poli"],
  ["יום אחד", "yvm-hd"],
  ["صيف في المدينة", "syf-fy-almdynh"],
  ["سوق الميناء يعود بعد أربعين عاما", "swq-almyna-ywd-bd-arbyn-ama"],
  ["北京的夏天 2026", "bei-jing-de-xia-tian-2026"],
  ["なつまつり", "natsumatsuri"],
  ["서울의 여름", "seoului-yeoleum"],
  ["गर्मी का मेला", "grmi-ka-mela"],
  ["The мэр speaks", "the-mer-speaks"],
])("“%s” is written in Latin letters", (title, slug) => expect(slugFrom(title)).toBe(slug))

test.each(["!?…", "", "— · —"])("a title without letters (“%s”) gives no address of its own", (title) =>
  expect(slugFrom(title)).toBe(""),
)

test("a long title is cut between words", () => {
  const slug = slugFrom("word ".repeat(60))
  expect(slug.length).toBeLessThanOrEqual(80)
  expect(slug).toMatch(/^word(-word)*$/)
})

test("words that addresses are made of are reserved", () => {
  for (const word of ["feed", "new", "admin", "reply", "sign-in"]) expect(isReservedSlug(word)).toBe(true)
  expect(isReservedSlug("feeding-time")).toBe(false)
})

test("an address made from the title is told from one that was typed", () => {
  expect(isMadeFrom("A fair", "a-fair")).toBe(true)
  expect(isMadeFrom("A fair", "a-fair-3")).toBe(true)
  expect(isMadeFrom("A fair", "the-fair")).toBe(false)
  expect(isMadeFrom("Лето", "leto")).toBe(true)
  expect(isMadeFrom("Лето", "leto-2")).toBe(true)
  // As it was given before other scripts were written in Latin letters.
  expect(isMadeFrom("Лето", "story-12")).toBe(true)
  expect(isMadeFrom("?!", "story-12")).toBe(true)
  expect(isMadeFrom("Summer", "story-12")).toBe(false)
})

test("any title at all gives an address that can be stored, or none", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.integer({ min: 1, max: 99_999 }),
      (title, n) => {
        const slug = slugFrom(title)
        if (slug === "") return true
        return isSlug(slug) && isSlug(numberedSlug(slug, n))
      },
    ),
    { numRuns: runs(2000) },
  )
})
