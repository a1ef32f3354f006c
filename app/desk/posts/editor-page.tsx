import { DatesNote } from "@/components/dates/dates-note"
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
import { getMedium, getSitePicture } from "@/lib/media/queries"
import { type DeskStory, listBylines } from "@/lib/posts/desk-queries"
import { metadataOf, noMetadata } from "@/lib/posts/metadata"
import { listNotes } from "@/lib/posts/notes/queries"
import { mayChooseAuthor, mayPublish, isOwn as ownsStory } from "@/lib/posts/policy"
import { listPresence } from "@/lib/posts/presence/queries"
import { summary } from "@/lib/posts/summary"
import { getSettings } from "@/lib/settings/queries"
import { listTagNames } from "@/lib/tags/queries"
import { localOf, turnOf } from "@/lib/text/local-moment"
import { isMadeFrom } from "@/lib/text/slug"
import { addNoteAction, changeNoteAction, replyToNoteAction } from "./[id]/notes/actions"
import {
  discardChangesAction,
  makeGuestAction,
  saveStoryAction,
  unpublishStoryAction,
  unscheduleStoryAction,
} from "./actions"

/** The editor over a story, or over an empty page. */
export async function EditorPage({ staff, story }: { staff: Staff; story: DeskStory | null }) {
  const [known, tagNames, log, notes, others, { timeZone, standfirstRequired }, picture, lead] =
    await Promise.all([
      listBylines(staff),
      listTagNames(staff),
      story ? listStoryLog(staff, story) : [],
      story ? listNotes(staff, story.id) : [],
      story ? listPresence(staff, story.id) : [],
      getSettings(),
      getSitePicture("social"),
      story?.leadMediaId ? getMedium(staff, story.leadMediaId) : null,
    ])
  // Who sends it back reads their own words in the history, which this would not keep up with.
  const isOwn = story === null || ownsStory(staff, story)
  const sentBack = isOwn && log.find(({ action, note }) => action === "post_sent_back" && note !== "")
  const own = { id: staff.authorId, name: known.find(({ id }) => id === staff.authorId)?.name ?? staff.name }
  // A document from elsewhere, such as an import, is brought into the editor's form as readers see it.
  const body = story ? readRichText(story.body) : emptyDocument
  return (
    <StoryEditor
      key={story?.id ?? "new"}
      staffId={staff.id}
      mayPublish={mayPublish(staff)}
      isOwn={isOwn}
      story={story && held(story)}
      wasPublished={story !== null && story.publishedAt !== null}
      fields={story ? fieldsOf(story, timeZone) : newFields(own)}
      body={body.content?.length ? body : emptyDocument}
      site={{ siteUrl: env().SITE_URL, picture, opening: summary({ standfirst: "", body }) }}
      standfirstRequired={standfirstRequired}
      lead={{ picture: story?.lead ?? null, isDecorative: lead?.decorative ?? false }}
      pictures={story?.pictures ?? {}}
      bylines={{
        known,
        own,
        mayChooseAll: mayChooseAuthor(staff),
        staysNamed: story !== null && !mayChooseAuthor(staff) && story.createdBy !== staff.id,
      }}
      actions={{
        save: saveStoryAction,
        unpublish: unpublishStoryAction,
        unschedule: unscheduleStoryAction,
        discard: discardChangesAction,
        makeGuest: makeGuestAction,
        notes: { add: addNoteAction, reply: replyToNoteAction, change: changeNoteAction },
      }}
      tagNames={tagNames}
      notes={notes}
      others={(others ?? []).filter(({ own }) => !own)}
      asked={sentBack ? { by: sentBack.by, note: sentBack.note } : null}
      mayArrange={may(staff, "front-page.manage")}
      history={
        <>
          {story && mayPublish(staff) ? <DatesNote story={story} /> : null}
          {story ? <ShareLink storyId={story.id} /> : null}
          {story ? <VersionsLink storyId={story.id} /> : null}
          <StoryHistory entries={log} />
        </>
      }
    >
      <Markup
        className="prose writing-body"
        html={richTextHtml(body, pageFigure(story?.pictures ?? {}), { frames: false })}
      />
    </StoryEditor>
  )
}

function held({ id, address: slug, status, version, commentMode, proposal, unseen, ...dates }: DeskStory) {
  const [savedAt, publishAt] = [dates.updatedAt.toISOString(), dates.publishAt?.toISOString() ?? null]
  return {
    id,
    slug,
    path: `/posts/${slug}`,
    status,
    version,
    commentMode,
    proposal,
    savedAt,
    publishAt,
    unseen,
  }
}

function fieldsOf(story: DeskStory, timeZone: string) {
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
    publishAt: story.publishAt ? localOf(story.publishAt, timeZone) : "",
    publishAtTurn: story.publishAt ? turnOf(story.publishAt, timeZone) : undefined,
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
    publishAt: "",
    ...noMetadata,
  }
}
