type Sent = {
  slug: string
  name: string
  text: string
  website?: string
  hoursAgo: number
  /** Why it was held, a key of `lib/comments/reasons.ts`; every comment is, unless it says more. */
  heldFor?: string
}

/** A decision the moderator has already made. */
export type Decided = Sent & { verdict: "rejected" | "spam"; reason?: string }

/** What waits in the queue; `answers` is the text of the comment it replies to. */
export const waiting: (Sent & { answers?: string })[] = [
  {
    slug: "bellfield-opens-at-six",
    name: "Grandad Lionel",
    text: "My wife and I would come at six if somebody would promise us that the radio stays off. We have been married for forty-four years and the quiet is the point.",
    hoursAgo: 5,
  },
  {
    slug: "the-van-that-stopped-coming",
    name: "Rob, Coldharrow",
    text: "I have been to look at it. It is the bearing and the casing has a crack you could post a letter through, so £41,000 is about right and I take back my eyebrows. But there is nothing wrong with the heater. He told you it had two settings and it has three.",
    answers: "Then I'll look. Saturday.",
    hoursAgo: 3,
  },
  {
    slug: "the-van-that-stopped-coming",
    name: "Elin (9)",
    text: "I got a mitten out of the atlas once. It was not mine but I kept it. My mum says I can write this if I say sorry so sorry.",
    hoursAgo: 7.5,
  },
  {
    slug: "forty-minutes-without-cars",
    name: "Resident of Cooper's Lane",
    text: "Funny how your clicker only has a heart for one end of the road. Print this or don't, I have stopped expecting anything from people who think a bucket of chalk is a transport policy. My kitchen windows rattle from eight to nine. Nobody has EVER come to count that.",
    hoursAgo: 9,
  },
  {
    slug: "forty-minutes-without-cars",
    name: "Cheap Barriers Direct",
    website: "https://barriers.example.com",
    text: "Great article thanks for sharing!! We have best price on traffic barrier, cone, hi vis vest for school and event. Visit https://barriers.example.com/sale and https://barriers.example.com/cones today, use code SCHOOL20.",
    heldFor: "links",
    hoursAgo: 11,
  },
  {
    slug: "one-plot-three-families",
    name: "Fern",
    text: "For anyone who wants a sheet that is already ruled up, I made one: https://sheets.example.org/allotment and a second one with a column for slugs, https://sheets.example.org/slugs. Print them, change them, I don't need thanks.",
    heldFor: "links",
    hoursAgo: 14,
  },
]

export const decided: Decided[] = [
  {
    slug: "forty-minutes-without-cars",
    name: "Taxpayer",
    text: "That Graham at number 17 owes half the street money, ask anyone. Ask his wife why she left.",
    verdict: "rejected",
    reason: "personal-details",
    hoursAgo: 190,
  },
]

/** Approved comments that readers have reported, by their text. */
export const reported: {
  text: string
  reason: "offensive" | "abusive" | "spam" | "other"
  note: string
  hoursAgo: number
}[] = [
  {
    text: "Or without one. I have walked it. You can feel the lorries in your hat.",
    reason: "other",
    note: "Please could somebody tell the county? My daughter walks that road on Thursdays.",
    hoursAgo: 20,
  },
]
