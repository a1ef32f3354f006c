import type { Profile } from "@/lib/authors/types"
import type { FormState } from "@/lib/form-state"

/** A profile as its form shows it; number and version are 0 while there is none. */
export type ProfileFields = Omit<Profile, "kind"> & { id: number; version: number; portraitId: number | null }

/** What each part of the form of a profile is given. */
export type ProfilePart = { profile: ProfileFields; state: FormState }
