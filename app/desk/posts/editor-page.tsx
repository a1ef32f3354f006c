import { writeEntries } from "@/components/editor/bylines/entries"
import { StoryEditor } from "@/components/editor/story-editor"
import { StoryHistory } from "@/components/log/story-history"
import { pageFigure } from "@/components/posts/figures"
import { richTextHtml } from "@/components/posts/rich-text-html"
import { ShareLink } from "@/components/previews/share-link"
import { VersionsLink } from "@/components/revisions/versions-link"
import { Markup } from "@/components/ui/markup"
import { listStoryLog } from "@/lib/audit/log/queries"
import { may, type Staff } from "@/lib/auth/staff"
import { emptyDocument } from "@/lib/documents/document-schema"
import { readRichText } from "@/lib/documents/rich-text"
import { env } from "@/lib/env"
import { getSitePicture } from "@/lib/media/queries"
import { type DeskStory, listBylines } from "@/lib/posts/desk-queries"
import { metadataOf, noMetadata } from "@/lib/posts/metadata"
import { mayChooseAuthor, mayPublish } from "@/lib/posts/policy"
import { summary } from "@/lib/posts/summary"
import { listTagNames } from "@/lib/tags/queries"
import { isMadeFrom } from "@/lib/text/slug"
import { discardChangesAction, makeGuestAction, saveStoryAction, unpublishStoryAction } from "./actions"

/** The editor over a story, or over an empty page. */
export async function EditorPage({ staff, story }: { staff: Staff; story: DeskStory | null }) {
  const [known, tagNames, log, picture] = await Promise.all([
    listBylines(staff),
    listTagNames(staff),
    story ? listStoryLog(staff, story) : [],
    getSitePicture("social"),
  ])
  const own = { id: staff.authorId, name: known.find(({ id }) => id === staff.authorId)?.name ?? staff.name }
  // A document from elsewhere, such as an import, is brought into the editor's form as readers see it.
  const body = story ? readRichText(story.body) : emptyDocument
  return (
    <StoryEditor
      key={story?.id ?? "new"}
      staffId={staff.id}
      mayPublish={mayPublish(staff)}
      story={story && held(story)}
      wasPublished={story !== null && story.publishedAt !== null}
      fields={story ? fieldsOf(story) : newFields(own)}
      body={body.content?.length ? body : emptyDocument}
      site={{ siteUrl: env().SITE_URL, picture, opening: summary({ standfirst: "", body }) }}
      lead={story?.lead ?? null}
      pictures={story?.pictures ?? {}}
      bylines={{ known, own, mayChooseAll: mayChooseAuthor(staff) }}
      actions={{
        save: saveStoryAction,
        unpublish: unpublishStoryAction,
        discard: discardChangesAction,
        makeGuest: makeGuestAction,
      }}
      tagNames={tagNames}
      mayArrange={may(staff, "front-page.manage")}
      history={
        <>
          {story ? <ShareLink storyId={story.id} /> : null}
          {story ? <VersionsLink storyId={story.id} /> : null}
          <StoryHistory entries={log} />
        </>
      }
    >
      <Markup className="prose writing-body" html={richTextHtml(body, pageFigure(story?.pictures ?? {}))} />
    </StoryEditor>
  )
}

function held({ id, address: slug, status, version, commentMode, updatedAt, unseen }: DeskStory) {
  const savedAt = updatedAt.toISOString()
  return { id, slug, path: `/posts/${slug}`, status, version, commentMode, savedAt, unseen }
}

function fieldsOf(story: DeskStory) {
  const { title, standfirst, slug, leadMediaId, picture, pictureAlt, commentMode } = story
  const follows = story.publishedAt === null && isMadeFrom(title, slug)
  return {
    title,
    standfirst,
    slug: follows ? "" : slug,
    tags: story.tags.map((tag) => tag.name).join(", "),
    bylines: writeEntries(story.bylines.map(({ id, name, part }) => ({ id, name, part }))),
    leadMediaId: String(leadMediaId ?? ""),
    picture,
    pictureAlt,
    commentMode: commentMode ?? "",
    offFrontPage: story.offFrontPage ? "on" : "",
    ...metadataOf(story),
  }
}

function newFields(own: { id: number | null; name: string }) {
  return {
    title: "",
    standfirst: "",
    slug: "",
    tags: "",
    // Of a person without a byline the first save makes one in their own name.
    bylines: writeEntries([{ ...own, part: "words" }]),
    leadMediaId: "",
    picture: "",
    pictureAlt: "",
    commentMode: "",
    offFrontPage: "",
    ...noMetadata,
  }
}
