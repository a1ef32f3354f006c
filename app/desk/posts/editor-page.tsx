import { StoryEditor } from "@/components/editor/story-editor"
import { StoryHistory } from "@/components/log/story-history"
import { pageFigure } from "@/components/posts/figures"
import { richTextHtml } from "@/components/posts/rich-text-html"
import { Markup } from "@/components/ui/markup"
import { listStoryLog } from "@/lib/audit/log/queries"
import { may, type Staff } from "@/lib/auth/staff"
import { emptyDocument } from "@/lib/documents/document-schema"
import { readRichText } from "@/lib/documents/rich-text"
import { type DeskStory, listBylines } from "@/lib/posts/desk-queries"
import { mayPublish } from "@/lib/posts/policy"
import { listTagNames } from "@/lib/tags/queries"
import { isMadeFrom } from "@/lib/text/slug"
import { saveStoryAction, unpublishStoryAction } from "./actions"

/** The editor over a story, or over an empty page. */
export async function EditorPage({ staff, story }: { staff: Staff; story: DeskStory | null }) {
  const [own, tagNames, log] = await Promise.all([
    listBylines(staff),
    listTagNames(staff),
    story ? listStoryLog(staff, story) : [],
  ])
  const first = story?.author ?? (staff.authorId === null ? { id: "", name: staff.name } : null)
  const bylines = first && !own.some(({ id }) => id === first.id) ? [first, ...own] : own
  // A document from elsewhere, such as an import, is brought into the editor's form as readers see it.
  const body = story ? readRichText(story.body) : emptyDocument
  return (
    <StoryEditor
      key={story?.id ?? "new"}
      staffId={staff.id}
      mayPublish={mayPublish(staff)}
      story={story && { ...held(story), savedAt: story.updatedAt.toISOString() }}
      wasPublished={story !== null && story.publishedAt !== null}
      fields={story ? fieldsOf(story) : newFields(staff)}
      body={body.content?.length ? body : emptyDocument}
      lead={story?.lead ?? null}
      pictures={story?.pictures ?? {}}
      bylines={bylines.map(({ id, name }) => ({ id: String(id), name }))}
      tagNames={tagNames}
      mayArrange={may(staff, "front-page.manage")}
      actions={{ save: saveStoryAction, unpublish: unpublishStoryAction }}
      history={<StoryHistory entries={log} />}
    >
      <Markup className="prose writing-body" html={richTextHtml(body, pageFigure(story?.pictures ?? {}))} />
    </StoryEditor>
  )
}

function held({ id, slug, status, version, commentMode }: DeskStory) {
  return { id, slug, status, version, commentMode }
}

function fieldsOf(story: DeskStory) {
  const { title, standfirst, slug, leadMediaId, picture, pictureAlt, commentMode } = story
  const follows = story.publishedAt === null && isMadeFrom(title, slug)
  return {
    title,
    standfirst,
    slug: follows ? "" : slug,
    tags: story.tags.map((tag) => tag.name).join(", "),
    authorId: String(story.authorId),
    leadMediaId: String(leadMediaId ?? ""),
    picture,
    pictureAlt,
    commentMode: commentMode ?? "",
    offFrontPage: story.offFrontPage ? "on" : "",
  }
}

function newFields(staff: Staff) {
  return {
    title: "",
    standfirst: "",
    slug: "",
    tags: "",
    // Empty for a person without a byline: the first save makes one in their own name.
    authorId: String(staff.authorId ?? ""),
    leadMediaId: "",
    picture: "",
    pictureAlt: "",
    commentMode: "",
    offFrontPage: "",
  }
}
