import path from "node:path"
import { colleagues, illustrator, writers } from "../../db/demo/people.ts"
import type { PictureTools } from "../../db/demo/seed-stories.ts"
import { transaction } from "../../db/transaction.ts"
import { saveOwnProfile } from "../../lib/authors/mutations.ts"
import { actAs } from "./act-as.ts"

const folder = path.join(import.meta.dirname, "../../public/demo")
const nothing = { title: "", bio: "", pronouns: "", pronunciation: "", links: [] }

/** Saves the profiles of the demo's writers with their portraits, each as the writer does in their own account. */
export async function seedProfiles(takePicture: PictureTools["takePicture"]): Promise<void> {
  for (const { email, byline } of colleagues) {
    if (!byline) continue
    const staff = await actAs(email)
    const portrait = await transaction((tx) =>
      takePicture(tx, {
        path: path.join(folder, `${byline}.webp`),
        alt: `Portrait of ${writers[byline].name}`,
        credit: illustrator,
        focusX: 500,
        focusY: 500,
        uploadedBy: staff.id,
      }),
    )
    // The byline that the seed has made is in its first version.
    const saved = await saveOwnProfile(staff, { ...nothing, ...writers[byline], portrait, version: 1 })
    if (!saved.ok) throw new Error(`The demo's profile of ${staff.name} was refused: ${saved.reason}`)
  }
}
