import path from "node:path"
import type { Transaction } from "../client.ts"
import { known } from "./numbered.ts"
import { colleagues, editor, illustrator, writers } from "./people.ts"
import type { PictureTools } from "./seed-stories.ts"

type Site = { authorIds: Map<string, number>; staffIds: Map<string, number> }

/** Puts the writers' portraits into the library and beside their names. */
export async function seedPortraits(
  tx: Transaction,
  { authorIds, staffIds }: Site,
  { takePicture, placePortrait }: PictureTools,
): Promise<void> {
  for (const [slug, { name }] of Object.entries(writers)) {
    const person = colleagues.find(({ byline }) => byline === slug)
    const portrait = await takePicture(tx, {
      path: path.join(import.meta.dirname, `../../public/demo/${slug}.webp`),
      alt: `Portrait of ${name}`,
      credit: illustrator,
      focusX: 500,
      focusY: 500,
      uploadedBy: known(staffIds, person?.email ?? editor),
    })
    if (portrait) await placePortrait(tx, known(authorIds, slug), portrait)
  }
}
