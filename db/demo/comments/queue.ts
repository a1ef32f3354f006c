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
    slug: "the-van-that-stopped-coming",
    name: "Rob, Coldharrow",
    text: "I have been to look at it. It's the bearing, and the casing has a crack you could post a letter through, so £41,000 is about right and I take it back. There is nothing wrong with the heater. He told you it had two settings. It has three, the middle one has been stuck behind a crayon.",
    answers: "Then I'll look. Saturday.",
    hoursAgo: 1.2,
  },
  {
    slug: "bellfield-opens-at-six",
    name: "Grandad Lionel",
    text: "My wife and I would come at six if somebody would promise us that the radio stays off. We have been married for forty-four years and the quiet is the point.",
    hoursAgo: 2.1,
  },
  {
    slug: "the-van-that-stopped-coming",
    name: "Elin (9)",
    text: "I got a mitten out of the atlas once. It was not mine but I kept it. My mum says I can write this if I say sorry so sorry.",
    hoursAgo: 3.4,
  },
  {
    slug: "forty-minutes-without-cars",
    name: "Had enough",
    text: "Funny how your clicker only has a heart for one end of the road. Print this or don't, I have stopped expecting anything from people who think a bucket of chalk is a transport policy. My kitchen windows rattle from eight to nine and NOBODY has ever come to count that. You all sit there congratulating each other in a comment section while I sweep up your exhaust. Shame on the lot of you.",
    hoursAgo: 4.6,
  },
  {
    slug: "red-lentils-for-nine",
    name: "Dinner lady",
    text: "He has been to Sunil's mother. He came in on Friday and made us all smell his hands. There is to be asafoetida on the menu and it will be called Orange Two.",
    answers: "She says Thursday at four and bring an apron.",
    hoursAgo: 6,
  },
  {
    slug: "forty-minutes-without-cars",
    name: "Cheap Barriers Direct",
    website: "https://barriers.example.com",
    text: "Great article thanks for sharing!! We have best price on traffic barrier, cone, hi vis vest for school and event. Visit https://barriers.example.com/sale and https://barriers.example.com/cones today, use code SCHOOL20.",
    heldFor: "links",
    hoursAgo: 9.5,
  },
  {
    slug: "one-plot-three-families",
    name: "Fern",
    text: "For anyone who wants the sheet already ruled up, I have made one: https://sheets.example.org/allotment and a second with a column for slugs, https://sheets.example.org/slugs. Print them, change them, no need to thank me.",
    heldFor: "links",
    hoursAgo: 13,
  },
  {
    slug: "twenty-six-years-at-the-side-of-a-pool",
    name: "Ottoline",
    text: "I went. I held on to the bar for fifty minutes next to a man called Bernard, and at the end she asked me what it sounded like underneath, and I went and found out. It sounds like my grandmother's house.",
    answers:
      "Come! I put my face in the water in week four and cried in the showers and then had a toasted teacake.",
    hoursAgo: 15,
  },
  {
    slug: "a-class-wrote-its-own-phone-rules",
    name: "Best Phone Deals 4U",
    website: "https://phones.example.com/deal",
    text: "Hello dear, very nice blog and informations, I learn so much. For cheap unlock phone and screen repair same day please click my name. God bless your family.",
    hoursAgo: 19,
  },
  {
    slug: "the-repair-table",
    name: "Mrs Fairclough, table 3",
    text: "It says in the piece that I am 79. I was 79 when he asked. I am 80 now and have done eleven more plugs, and the iron is still going.",
    hoursAgo: 22,
  },
  {
    slug: "nine-things-for-a-wet-saturday",
    name: "Museum volunteer",
    text: "The otter has been given a scarf and moved next to the ticket desk, where there is more light. We hope this helps. He was never meant to be looked at from below.",
    answers: "I am putting ‘contains otter’ into the listing.",
    hoursAgo: 27,
  },
]

export const decided: Decided[] = [
  {
    slug: "forty-minutes-without-cars",
    name: "Taxpayer",
    text: "Ask him at number 17 who he owes money to before you make a hero of him. Half the street knows what went on with his brother and the van.",
    verdict: "rejected",
    reason: "personal-details",
    hoursAgo: 190,
  },
  {
    slug: "forty-minutes-without-cars",
    name: "Had enough",
    text: "Whoever that Bev is she wants locking in her own bin store.",
    verdict: "rejected",
    reason: "abusive",
    hoursAgo: 96,
  },
  {
    slug: "the-bag-by-the-door",
    name: "Crypto_Mum_77",
    text: "I paid for two years of nursery from my telephone in nine days, I was doubtful too. Message me for the method, only this week.",
    verdict: "spam",
    hoursAgo: 260,
  },
  {
    slug: "night-train-with-two-small-children",
    name: "SleepWellGummies",
    website: "https://gummies.example.com",
    text: "No more tears on the train!!! Natural gummies for baby and mum, 70% off https://gummies.example.com/a https://gummies.example.com/b https://gummies.example.com/c",
    heldFor: "links",
    verdict: "spam",
    hoursAgo: 140,
  },
  {
    slug: "one-plot-three-families",
    name: "Plot 22",
    text: "Selling a trampoline, hardly used, 12 foot, buyer collects. Not to be used on the site obviously.",
    verdict: "rejected",
    reason: "advertising",
    hoursAgo: 118,
  },
  {
    slug: "seven-legs",
    name: "James",
    text: "i am realy thankful to the holder of this site who has shared this great paragraph at here, also visit my web page for oak dining table cheap",
    website: "https://tables.example.net",
    verdict: "spam",
    hoursAgo: 75,
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
    note: "Nothing wrong with the comment. Please could somebody tell the county? My daughter walks that road on Thursdays.",
    hoursAgo: 8,
  },
  {
    text: "Another puff piece about scooters.",
    reason: "offensive",
    note: "",
    hoursAgo: 50,
  },
]
