import type { AuthorRefusal } from "@/lib/authors/types"

/** The sentence for a refusal, and the field it belongs to if it belongs to one. */
const refusals: Record<AuthorRefusal, { field?: string; sentence: string }> = {
  "not-allowed": { sentence: "Your roles do not let you change this profile." },
  "not-found": { sentence: "This profile no longer exists: it may have been merged into another." },
  changed: {
    sentence:
      "Somebody else changed this profile after you opened the page. Copy what you typed, then reload the page.",
  },
  "slug-taken": { field: "slug", sentence: "Another author has or had this address. Choose another." },
  "picture-gone": {
    field: "portrait",
    sentence: "This picture is no longer in the library. Choose another.",
  },
  same: { sentence: "A profile cannot be merged into itself. Choose another one." },
  publication: {
    sentence: "The publication’s own profile stays. Merge the other profile into it instead.",
  },
  "two-accounts": {
    sentence:
      "Both profiles belong to people with an account, and everybody with an account keeps a profile of their own.",
  },
}

/** A refusal as a form shows it. */
export function authorRefusal(reason: AuthorRefusal): { message?: string; errors?: Record<string, string> } {
  const { field, sentence } = refusals[reason]
  return field ? { errors: { [field]: sentence } } : { message: sentence }
}
