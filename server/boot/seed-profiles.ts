import { colleagues, writers } from "../../db/demo/people.ts"
import { saveOwnProfile } from "../../lib/authors/mutations.ts"
import { actAs } from "./act-as.ts"
import { done } from "./done.ts"
import { takePicture } from "./seed-pictures.ts"

const nothing = { title: "", bio: "", pronouns: "", pronunciation: "", links: [] }

/** Saves the profiles of the demo's writers with their portraits, each as the writer does in their own account. */
export async function seedProfiles(): Promise<void> {
  for (const { email, byline } of colleagues) {
    if (!byline) continue
    const staff = await actAs(email)
    const said = writers[byline]
    const portrait = await takePicture(staff, { file: `${byline}.webp`, alt: `Portrait of ${said.name}` })
    // The profile that came with the account is in its first version.
    const saved = await saveOwnProfile(staff, { ...nothing, ...said, portrait, version: 1 })
    done(saved, `The profile of ${staff.name}`)
  }
}
