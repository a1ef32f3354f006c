/** What the site does with what it learns of people, as far as it can change: by a setting, the environment or a new version. */
const factWords = {
  networkHash: "The hash of a network address means something for",
  editing: "A comment can be changed for",
  blackout: "Words that were blacked out are kept for",
  commenterCookie: "A browser that proved an address is remembered for",
  proofLink: "A link that proves an address works for",
  unproved: "An address that was asked for a proof and never answered is kept for",
  ownLink: "A link to everything under an address works for",
  unconfirmed: "A sign-up for the newsletter that nobody confirms is kept for",
  deliveries: "A message’s row in the list of sent mail is kept for",
  session: "Staff stay signed in for at most",
  endedSession: "A session that has ended is kept for",
  deviceCookie: "A browser in which staff signed in is known for",
  secondStep: "A sign-in waits for its second step for",
  passkeyCookie: "A browser that is asked for a passkey is remembered for",
  mail: "The site sends mail",
  pictures: "Pictures are loaded from",
  proxies: "Another server stands between readers and the site",
  filter: "The filter of comments may make one wait",
  report: "Counts of decisions about comments are published",
} as const

export type FactName = keyof typeof factWords

export type SiteFacts = Record<FactName, string>

/** All of it as one text, to tell whether anything has changed since somebody looked. */
export function spellFacts(facts: SiteFacts): string {
  return (Object.keys(factWords) as FactName[]).map((name) => facts[name]).join("; ")
}

/** When somebody last compared a privacy page with the site, by the facts that are kept with it. */
export function checkedOn(then: Readonly<Record<string, string>>): Date | null {
  const at = new Date(then.checkedAt ?? "")
  return Number.isNaN(at.getTime()) ? null : at
}

export type ChangedFact = { label: string; was: string; is: string }

/** What the site does otherwise now than when its privacy page was last compared with it. */
export function changedFacts(then: Readonly<Record<string, string>>, now: SiteFacts): ChangedFact[] {
  return (Object.keys(factWords) as FactName[])
    .filter((name) => then[name] !== now[name])
    .map((name) => ({ label: factWords[name], was: then[name] ?? "not mentioned", is: now[name] }))
}
