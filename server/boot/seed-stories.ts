import { colleagues, editor, type WriterSlug } from "../../db/demo/people.ts"
import { demoTags } from "../../db/demo/publication.ts"
import { stories } from "../../db/demo/stories.ts"
import { type DemoStory, publishedAt } from "../../db/demo/story.ts"
import type { Staff } from "../../lib/auth/staff.ts"
import { setDate } from "../../lib/posts/dates/mutations.ts"
import { type PostInput, parsePost } from "../../lib/posts/input.ts"
import { createDraft, publishPost, takeStep } from "../../lib/posts/mutations.ts"
import { actAs } from "./act-as.ts"
import { done } from "./done.ts"
import { takePicture } from "./seed-pictures.ts"

/**
 * Has the demo's writers begin their stories, hand one in, and the editor date and publish the others, through the
 * functions behind the desk's screens. Answers the stories' numbers by their addresses.
 */
export async function seedStories(now: Date): Promise<Map<string, number>> {
  const rima = await actAs(editor)
  const people = new Map<WriterSlug, Staff>()
  for (const { byline, email } of colleagues) if (byline) people.set(byline, await actAs(email))
  const ids = new Map<string, number>()
  // Oldest first, so that numbers rise with dates as they do on a site that grew.
  const dated = stories.map((story) => ({ story, date: publishedAt(story, now) }))
  dated.sort((a, b) => (a.date ?? now).getTime() - (b.date ?? now).getTime())
  for (const { story, date } of dated) {
    const writer = known(people, story.by)
    const lead = story.picture ? await takePicture(writer, story.picture) : null
    const input = inputOf(story, people, lead)
    const { post } = done(await createDraft(writer, input), story.slug)
    if (date) {
      done(await setDate(rima, { post: post.id, date }), story.slug)
      done(await publishPost(rima, post, input), story.slug)
    } else if (story.published === "in_review") {
      done(await takeStep(writer, post, { ...input, step: "submit" }), story.slug)
    }
    ids.set(story.slug, post.id)
  }
  return ids
}

/** What the editor's page sends. */
function inputOf(story: DemoStory, people: ReadonlyMap<WriterSlug, Staff>, lead: number | null): PostInput {
  const { title, standfirst, slug, body, picture, by, alsoBy = [] } = story
  const bylines = [{ by, part: "words" as const }, ...alsoBy]
  const form = new FormData()
  const fields = {
    title,
    standfirst,
    slug,
    body: JSON.stringify(body),
    tags: story.tags.map((tag) => demoTags[tag]).join(", "),
    bylines: JSON.stringify(bylines.map(({ by, part }) => ({ id: known(people, by).authorId, part }))),
    leadMediaId: String(lead ?? ""),
    picture: "",
    pictureAlt: picture?.alt ?? "",
    commentMode: story.commentsClosed ? "closed" : "",
    // One story links to another that comes later.
    anyway: "dead-link",
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(`The story ${slug} was refused: ${JSON.stringify(parsed)}`)
  return parsed.value
}

function known(people: ReadonlyMap<WriterSlug, Staff>, slug: WriterSlug): Staff {
  const person = people.get(slug)
  if (!person) throw new Error(`Nobody of the demo's staff is ${slug}.`)
  return person
}
