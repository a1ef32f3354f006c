import { ProfileForm } from "@/components/authors/profile-form"
import type { Staff } from "@/lib/auth/staff"
import { getOwnProfile } from "@/lib/authors/queries"
import { listPortraitChoices } from "@/lib/media/portrait-choices"
import { saveOwnProfileAction } from "./actions"

/** What readers are told of the person who is signed in; the first save makes it where there is none. */
export async function OwnProfilePanel({ staff }: { staff: Staff }) {
  const [held, choices] = await Promise.all([getOwnProfile(staff), listPortraitChoices(staff)])
  const profile = held ?? { ...nothing, name: staff.name }
  const deskName = held && held.name !== staff.name ? staff.name : undefined
  return (
    <ProfileForm action={saveOwnProfileAction} {...{ profile, choices, deskName }}>
      {held?.isKnown ? <a href={`/authors/${held.slug}`}>View your page</a> : null}
    </ProfileForm>
  )
}

const nothing = {
  id: 0,
  version: 0,
  slug: "",
  title: "",
  bio: "",
  pronouns: "",
  pronunciation: "",
  links: [],
  picture: "",
  portrait: null,
  portraitId: null,
}
