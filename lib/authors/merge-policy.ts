import type { AuthorRefusal, Profile } from "@/lib/authors/types"

type Side = Pick<Profile, "kind"> & { account: unknown }

/** Why a profile cannot be merged into another one; null where it can. */
export function whyNotMerge(author: Side, into: Side): AuthorRefusal | null {
  if (author.kind === "publication") return "publication"
  // Everybody with an account has a profile of their own.
  if (author.account && into.kind === "publication") return "account-publication"
  return author.account && into.account ? "two-accounts" : null
}

const filled = ["title", "bio", "pronouns", "pronunciation", "links", "picture"] as const

type Text = Pick<Profile, (typeof filled)[number]>

/** What a profile takes from the one that is merged into it: where it says nothing itself. */
export function filledFrom(author: Text, into: Text): Partial<Text> {
  const missing = filled.filter((name) => into[name].length === 0 && author[name].length > 0)
  return Object.fromEntries(missing.map((name) => [name, author[name]]))
}
