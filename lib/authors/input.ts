import { z } from "zod"
import { authorLimits as limits } from "@/lib/authors/limits"
import { readLinks } from "@/lib/authors/links"
import { formSchema } from "@/lib/parse-form"
import { rowNumber, rowNumberOrNull } from "@/lib/text/row-number"
import { oneLine, storable } from "@/lib/text/storable"

const tooLong = {
  name: "This name is too long; 200 characters at most.",
  title: "This title is too long; 200 characters at most.",
  bio: "This bio is too long; 2,000 characters at most.",
  pronouns: "This is too long; 60 characters at most.",
  pronunciation: "This is too long; 120 characters at most.",
  links: "These are too many links; 8 at most.",
}

const line = (max: number, sentence: string) =>
  z.string().transform(oneLine).pipe(z.string().max(max, sentence))

const name = z
  .string()
  .transform(oneLine)
  .pipe(z.string().min(1, "Write a name.").max(limits.name, tooLong.name))

const bio = z
  .string()
  .transform((text) => storable(text.replace(/\r\n?/g, "\n")).trim())
  .pipe(z.string().max(limits.bio, tooLong.bio))

const links = z
  .string()
  .transform((text, context) => {
    const read = readLinks(text)
    if (read.ok) return read.links
    context.addIssue(`“${read.wrong.slice(0, 60)}” is not an address. Write one on each line.`)
    return z.NEVER
  })
  .pipe(z.array(z.string()).max(limits.links, tooLong.links))

const slug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use only the letters a to z, digits and single hyphens.")
  .max(limits.slug, "This address is too long; 200 characters at most.")

const profile = {
  name,
  title: line(limits.title, tooLong.title),
  bio,
  pronouns: line(limits.pronouns, tooLong.pronouns),
  pronunciation: line(limits.pronunciation, tooLong.pronunciation),
  links,
  /** From the library; empty for none. A form without it leaves the portrait as it is. */
  portrait: rowNumberOrNull.optional(),
  /** The version that was shown; 0 of a profile that is made with this. */
  version: z.union([z.literal("0").transform(() => 0), rowNumber]),
}

const nameBound = { bytes: 8 * limits.name, tooLong: tooLong.name }

const profileBounds = {
  name: nameBound,
  title: { bytes: 8 * limits.title, tooLong: tooLong.title },
  bio: { bytes: 8 * limits.bio, tooLong: tooLong.bio },
  pronouns: { bytes: 8 * limits.pronouns, tooLong: tooLong.pronouns },
  pronunciation: { bytes: 8 * limits.pronunciation, tooLong: tooLong.pronunciation },
  links: { bytes: 2 * limits.links * limits.link, tooLong: tooLong.links },
  portrait: 100,
  version: 100,
}

const ownProfile = z.object({
  ...profile,
  /** What colleagues call somebody whose stories carry another name. */
  deskName: name.optional(),
})

/** One's own profile. */
export const ownProfileInput = formSchema(ownProfile, { ...profileBounds, deskName: nameBound })

export type OwnProfile = z.output<typeof ownProfile>

/** Anybody's profile, with its address. */
export const profileInput = formSchema(z.object({ ...profile, author: rowNumber, slug }), {
  ...profileBounds,
  author: 100,
  slug: 2000,
})

/** What a profile says of an author. */
export type ProfileText = Omit<OwnProfile, "deskName" | "portrait" | "version">

/** What the list of profiles is searched for. */
export const authorSearch = z.object({
  q: z
    .string()
    .transform((text) => oneLine(text).slice(0, 200) || undefined)
    .optional()
    .catch(undefined),
})

/** A guest to be made, with `another` also where the name is known; with `staff` it is the publication's own byline. */
export const guestInput = formSchema(
  z.object({ name, staff: z.literal("on").optional(), another: z.literal("on").optional() }),
  { name: nameBound, staff: 100, another: 100 },
)

/** A guest to be deleted, and the version that was shown. */
export const deleteGuestInput = formSchema(z.object({ author: rowNumber, version: rowNumber }), {
  author: 100,
  version: 100,
})

/** One profile to be merged into another, and the versions of both that were shown. */
export const mergeInput = formSchema(
  z.object({ author: rowNumber, into: rowNumber, version: rowNumber, intoVersion: rowNumber }),
  { author: 100, into: 100, version: 100, intoVersion: 100 },
)
