import { eq } from "drizzle-orm"
import { database } from "../../db/client.ts"
import { demoSection } from "../../db/demo/front-page.ts"
import { tags } from "../../db/schema/posts.ts"
import type { Staff } from "../../lib/auth/staff.ts"
import { publishFrontPage } from "../../lib/front/mutations.ts"
import { changeTag } from "../../lib/tags/mutations.ts"
import { done } from "./done.ts"

/** Describes a tag of the demo publication and gives it a section of the front page, as an editor does at the desk. */
export async function seedFrontPage(rima: Staff): Promise<void> {
  const { slug, description, size } = demoSection
  const [tag] = await database().select().from(tags).where(eq(tags.slug, slug))
  if (!tag) throw new Error(`The demo publication has no tag ${slug}.`)
  const { id, name, position } = tag
  done(await changeTag(rima, id, { name, slug, position, description }), "The tag")
  const published = await publishFrontPage(rima, {
    leadPostId: null,
    leadUntil: null,
    sections: [{ tagId: id, leadPostId: null, size }],
    version: 0,
  })
  done(published, "The front page")
}
