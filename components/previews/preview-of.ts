import type { DeskStory } from "@/lib/posts/desk-queries"

/** A story at the desk as a reader's page takes it: a draft has neither a date nor, perhaps, a title. */
export function previewOf(story: DeskStory) {
  return {
    ...story,
    title: story.title || "Untitled",
    publishedAt: story.publishedAt ?? story.dateShown ?? story.publishAt ?? story.updatedAt,
    updatedAt: story.revisedAt ?? story.publishedAt ?? story.updatedAt,
  }
}
