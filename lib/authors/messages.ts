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
  "name-taken": {
    field: "name",
    sentence: "Another author goes by this name. If it is yours too, ask an editor to enter it.",
  },
  "anothers-portrait": {
    field: "portrait",
    sentence: "This is another author’s portrait. Choose another picture.",
  },
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
      "Both profiles belong to an account, and each account keeps its own. Merge with a profile without an account, or change the authors of the stories by hand. This is also so for two accounts of one person.",
  },
  "account-publication": {
    sentence:
      "This profile belongs to an account, and each account keeps its own. To credit the publication instead, change the authors of the stories by hand.",
  },
  "has-account": {
    sentence: "This profile belongs to an account. Only the profile of a guest can be deleted.",
  },
  "has-stories": {
    sentence:
      "This guest is credited on a story, which may be a draft. Remove the name there first, or merge the profile into another.",
  },
}

/** Why no guest of a known name was made. */
export function nameKnown({ name, hasAccount }: { name: string; hasAccount: boolean }): string {
  return hasAccount ? `${name} has an account here.` : `There is a guest called ${name}.`
}

/** A refusal as a form shows it. */
export function authorRefusal(reason: AuthorRefusal): { message?: string; errors?: Record<string, string> } {
  const { field, sentence } = refusals[reason]
  return field ? { errors: { [field]: sentence } } : { message: sentence }
}
