import { randomUUID } from "node:crypto"
import type { Route } from "../../app/routes.ts"
import { publication } from "../../db/demo/publication.ts"
import { may, type Permission, type Role } from "../../lib/auth/staff.ts"
import { encodeSeen } from "../../lib/moderation/bulk/seen-list.ts"

export type Who = "stranger" | Role

const roles: Role[] = ["writer", "editor", "moderator", "admin"]

export const everyone: Who[] = ["stranger", ...roles]

/** What a GET answers: the page, a way to sign-in, a 403, a 404, or a way to the desk, to the library or to the stories. */
export type Answer = "page" | "sign-in" | "forbidden" | "missing" | "desk" | "library" | "stories"

type Row = Record<Who, Answer>

/** Readers' pages: what is there is there for everybody alike, signed in or not. */
const alike = "alike"

/** A story and a picture of an editor's: for another writer it is not there. */
const ofAnEditor = [
  "/desk/posts/[id]",
  "/desk/posts/[id]/presence",
  "/desk/posts/[id]/preview",
  "/desk/posts/[id]/preview/document",
  "/desk/posts/[id]/revisions",
  "/desk/posts/[id]/revisions/compare",
  "/desk/posts/[id]/share",
  "/desk/media/[id]",
]

/** What each of `everyone` gets at an address, by the principal that the table of routes names for it (ASVS 8.1.1). */
export function answersOf({ pattern, principal }: Route): Row | typeof alike {
  if (principal === "anyone" || principal === "link") return alike
  const row = (answer: (role: Role) => Answer, stranger: Answer) =>
    ({ stranger, ...Object.fromEntries(roles.map((role) => [role, answer(role)])) }) as Row
  if (principal === "signed-out") return row(() => "desk", "page")
  const opened = opens[pattern] ?? "page"
  const answers = row((role) => (mayOpen(role, principal) ? opened : "forbidden"), "sign-in")
  return ofAnEditor.includes(pattern) ? { ...answers, writer: "missing" } : answers
}

/** What no page stands at leads to one. */
const opens: Record<string, Answer> = {
  "/desk/embeds": "stories",
  "/desk/media/fetch": "library",
  "/desk/media/upload": "library",
}

function mayOpen(role: Role, principal: "staff" | Permission): boolean {
  return principal === "staff" || may({ roles: [role] }, principal)
}

/** What the calls of actions are about. */
export type Made = {
  postId: number
  version: number
  /** A comment that waits, and one that readers see. */
  commentId: number
  shownId: number
  banId: number
  mediaId: number
  /** A page without a date, a draft unless told otherwise. */
  pageId: number
  /** The privacy page, of which there is one for all tests, and what the site does. */
  privacyId: number
  facts: string
  /** Somebody on the staff, who is not the one who calls. */
  memberId: number
  /** A guest's profile, and another one. */
  authorId: number
  otherAuthorId: number
  /** A tag that no story has, and another one. */
  tagId: number
  otherTagId: number
  /** A published story, a correction of it, and what a reader says is wrong with it. */
  openId: number
  correctionId: number
  errorReportId: number
  /** A version of the story. */
  revisionId: number
  /** A note on a passage of the story. */
  noteId: number
  /** A link that shows the story to people outside. */
  previewLinkId: number
  /** The number of the last save of the front page, which a form hands back. */
  frontVersion: number
  words: string
  /** Who calls: their own row may change. */
  visitorIds: number[]
}

export type Action = {
  may: Who[]
  /** A page that has the action. */
  page: (made: Made) => string
  form: (made: Made) => Record<string, string>
  /** Whether it takes the form's last answer first, as `useActionState` hands it over. */
  stateful?: true
  /** Whether it changes what all share, so that two calls of it may not meet, whichever instance they reach. */
  alone?: true
}

const anyone = "anyone"

const profile = {
  title: "Reporter",
  bio: "",
  pronouns: "",
  pronunciation: "",
  links: "",
  portrait: "",
}

/** As a browser's field for a local time sends it. */
export const nextYear = `${new Date().getUTCFullYear() + 1}-06-01T10:00`

const moderators: Who[] = ["moderator", "admin"]
const editors: Who[] = ["editor", "admin"]

const decision: Action = {
  may: moderators,
  page: () => "/desk/comments",
  form: ({ commentId }) => ({
    decision: "approve",
    id: String(commentId),
    version: "1",
    standing: "",
    back: "status=waiting",
  }),
}

/** A text about a comment that readers see. */
const text: Action = {
  may: moderators,
  page: () => "/desk/comments?status=approved",
  form: ({ shownId, words }) => ({ id: String(shownId), text: words, back: "status=approved" }),
  stateful: true,
}

export const uploaders: Who[] = ["writer", "editor", "admin"]

/** What is sent to the library beside actions: a form with a file that no other call has. */
export type Upload = { may: Who[]; path: (made: Made) => string; byScript: boolean }

const upload = { may: uploaders, path: () => "/desk/media/upload" }
const replacement = {
  may: editors,
  path: ({ mediaId }: Made) => `/desk/media/upload?picture=${mediaId}&version=1`,
}

export const uploads: Record<string, Upload> = {
  "an upload from the library or the picker": { ...upload, byScript: true },
  "an upload without scripts": { ...upload, byScript: false },
  "a replacement by a script": { ...replacement, byScript: true },
  "a replacement without scripts": { ...replacement, byScript: false },
}

export const story = ({ postId, version, words }: Pick<Made, "postId" | "version" | "words">) => ({
  id: String(postId),
  version: String(version),
  intent: "publish",
  title: words,
  standfirst: "",
  slug: "",
  tags: "",
  picture: "",
  pictureAlt: "",
  commentMode: "open",
  body: JSON.stringify({
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
  }),
})

const page = ({ pageId, words }: Made) => ({
  id: String(pageId),
  version: "1",
  intent: "publish",
  title: words,
  description: words,
  slug: "",
  parentId: "",
  purpose: "",
  body: JSON.stringify({
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
  }),
})

/** What everybody on the staff may do to their own account. */
function ofOneself(form: Action["form"]): Action {
  return { may: roles, page: () => "/desk/me", form, stateful: true }
}

/** What those sign in with who call. */
export const passwordOfStaff = "a few unrelated words"

/** Every server action of the build, by file and name, and who may use it. `anyone` answers for itself. */
export const actions: Record<string, Action | typeof anyone> = {
  "app/(site)/comments/[token]/actions.ts#appealAction": anyone,
  "app/(site)/comments/[token]/actions.ts#askForLinkAction": anyone,
  "app/(site)/comments/[token]/actions.ts#askForProofAction": anyone,
  "app/(site)/comments/[token]/actions.ts#deleteCommentAction": anyone,
  "app/(site)/comments/[token]/actions.ts#editCommentAction": anyone,
  "app/(site)/comments/[token]/actions.ts#forgetBrowserAction": anyone,
  "app/(site)/comments/[token]/actions.ts#notifyRepliesAction": anyone,
  "app/(site)/comments/[token]/actions.ts#resumeMailAction": anyone,
  "app/(site)/newsletter/actions.ts#subscribeAction": anyone,
  "app/(site)/posts/[slug]/actions.ts#postCommentAction": anyone,
  "app/(site)/posts/[slug]/report/[id]/actions.ts#reportCommentAction": anyone,
  "app/(site)/posts/[slug]/report-error/actions.ts#reportErrorAction": anyone,
  "app/setup/[token]/actions.ts#acceptInvitationAction": anyone,
  "app/setup/[token]/actions.ts#becomeFirstAdminAction": anyone,
  "app/setup/[token]/actions.ts#confirmEmailAction": anyone,
  "app/setup/[token]/actions.ts#setPasswordAction": anyone,
  "app/setup/[token]/actions.ts#signInByLinkAction": anyone,
  "app/sign-in/link/actions.ts#requestLinkAction": anyone,
  "app/sign-in/actions.ts#signInAction": anyone,
  "app/sign-in/actions.ts#signInWithPasskeyAction": anyone,
  "app/sign-in/second-factor/actions.ts#secondStepAction": anyone,
  "app/desk/comments/actions.ts#decideAction": decision,
  "app/desk/comments/actions.ts#decideInPlaceAction": decision,
  "app/desk/comments/actions.ts#blackOutAction": { ...decision, stateful: true },
  "app/desk/comments/bans/actions.ts#banAction": {
    may: moderators,
    page: ({ commentId }) => `/desk/comments/bans/new?comment=${commentId}`,
    form: ({ commentId }) => ({
      comment: String(commentId),
      target: "author",
      lasts: "week",
      reason: "A flood of spam",
      spam: "on",
    }),
    stateful: true,
  },
  "app/desk/posts/bulk/actions.ts#bulkAction": {
    may: editors,
    page: () => "/desk/posts",
    form: ({ postId }) => ({ id: String(postId), act: "archive", tag: "", list: "" }),
  },
  "app/desk/media/actions.ts#deleteAction": {
    may: editors,
    page: () => "/desk/media",
    form: ({ mediaId }) => ({ id: String(mediaId) }),
  },
  "app/desk/media/actions.ts#saveDetailsAction": {
    may: editors,
    page: ({ mediaId }) => `/desk/media/${mediaId}`,
    form: ({ mediaId, words }) => ({
      id: String(mediaId),
      version: "1",
      alt: words,
      caption: "",
      credit: "",
      licence: "",
      focusX: "50",
      focusY: "50",
    }),
    stateful: true,
  },
  "app/desk/media/actions.ts#takeDownAction": {
    may: editors,
    page: ({ mediaId }) => `/desk/media/${mediaId}`,
    form: ({ mediaId }) => ({ id: String(mediaId) }),
    stateful: true,
  },
  "app/desk/comments/bans/actions.ts#banListAction": {
    may: moderators,
    page: () => "/desk/comments/bans",
    form: ({ banId }) => ({ intent: "lift", ban: String(banId) }),
  },
  "app/desk/comments/bulk/actions.ts#decideBulkAction": {
    may: moderators,
    page: ({ commentId }) => `/desk/comments/bulk?ids=${commentId}`,
    form: ({ commentId }) => ({
      decision: "spam",
      seen: encodeSeen([{ id: commentId, version: 1 }]),
      scope: "",
    }),
  },
  "app/desk/comments/actions.ts#noteAction": text,
  "app/desk/comments/actions.ts#replyAction": text,
  "app/desk/comments/actions.ts#openAction": {
    ...decision,
    form: ({ commentId }) => ({ id: String(commentId) }),
  },
  "app/desk/settings/actions.ts#saveCommentMailAction": {
    may: moderators,
    page: () => "/desk/settings",
    form: () => ({ commentMail: "daily" }),
    stateful: true,
  },
  "app/desk/settings/actions.ts#saveSettingsAction": {
    may: ["admin"],
    page: () => "/desk/settings",
    // As they are, but for a phrase that no comment of another test holds.
    form: ({ words }) => ({
      ...publication,
      timeZone: "UTC",
      accent: "#9b1c46",
      contactEmail: "",
      imprint: "",
      commentMode: "hold_all",
      commentsCloseAfterDays: "0",
      commentLinksHeld: "2",
      commentWordsHeld: words,
      commentWordsSpam: "",
      commentsReportsToHide: "3",
      commentFilterHolds: "on",
      moderationReport: "on",
      secondFactorFor: "nobody",
      versionsKept: "year",
    }),
    stateful: true,
    alone: true,
  },
  "app/desk/settings/frame/actions.ts#saveFrameAction": {
    may: ["admin"],
    page: () => "/desk/settings/frame",
    form: ({ words }) => ({
      place: "footer",
      intent: "save",
      // What is there without it, for other tests.
      "target-1": "/archive",
      "target-2": "/newsletter",
      "target-3": "/moderation",
      "target-4": "/feed.xml",
      "target-5": "url",
      "url-5": "/archive",
      "label-5": words,
    }),
    stateful: true,
    alone: true,
  },
  "app/desk/settings/frame/actions.ts#setPictureAction": {
    may: ["admin"],
    page: () => "/desk/settings/frame",
    form: ({ mediaId }) => ({ place: "social", picture: String(mediaId) }),
    stateful: true,
    alone: true,
  },
  "app/desk/front-page/actions.ts#frontPageAction": {
    may: editors,
    page: () => "/desk/front-page",
    form: ({ tagId, frontVersion }) => ({
      intent: "publish",
      version: String(frontVersion),
      leadPost: "",
      leadUntil: "",
      "tag-1": String(tagId),
      "lead-1": "",
      "size-1": "3",
    }),
    stateful: true,
    alone: true,
  },
  "app/desk/tags/actions.ts#changeTagAction": {
    may: editors,
    page: ({ tagId }) => `/desk/tags/${tagId}`,
    form: ({ tagId, words }) => ({
      tag: String(tagId),
      name: words,
      slug: `tag-${tagId}`,
      description: "",
      position: "",
    }),
    stateful: true,
  },
  "app/desk/tags/actions.ts#mergeTagAction": {
    may: editors,
    page: ({ tagId }) => `/desk/tags/${tagId}`,
    form: ({ tagId, otherTagId }) => ({ tag: String(tagId), into: String(otherTagId) }),
    stateful: true,
  },
  "app/desk/tags/actions.ts#deleteTagAction": {
    may: editors,
    page: ({ tagId }) => `/desk/tags/${tagId}`,
    form: ({ tagId }) => ({ tag: String(tagId) }),
    stateful: true,
  },
  "app/desk/corrections/actions.ts#addCorrectionAction": {
    may: editors,
    page: ({ openId }) => `/desk/posts/${openId}/corrections`,
    form: ({ openId, words }) => ({ post: String(openId), kind: "correction", place: "top", text: words }),
    stateful: true,
  },
  "app/desk/corrections/actions.ts#removeCorrectionAction": {
    may: editors,
    page: ({ openId }) => `/desk/posts/${openId}/corrections`,
    form: ({ correctionId }) => ({ correction: String(correctionId) }),
    stateful: true,
  },
  "app/desk/corrections/actions.ts#closeErrorReportAction": {
    may: editors,
    page: () => "/desk/corrections",
    form: ({ errorReportId }) => ({ report: String(errorReportId) }),
    stateful: true,
  },
  "app/desk/staff/actions.ts#inviteAction": {
    may: ["admin"],
    page: () => "/desk/staff",
    form: ({ words }) => ({ name: words, email: `${randomUUID()}@example.org`, editor: "on" }),
    stateful: true,
  },
  "app/desk/staff/actions.ts#changeRolesAction": {
    may: ["admin"],
    page: ({ memberId }) => `/desk/staff/${memberId}`,
    form: ({ memberId }) => ({ member: String(memberId), seen: "writer", writer: "on", moderator: "on" }),
    stateful: true,
  },
  "app/desk/staff/actions.ts#memberAction": {
    may: ["admin"],
    page: () => "/desk/staff",
    form: ({ memberId }) => ({ member: String(memberId), intent: "suspend" }),
    stateful: true,
  },
  "app/desk/actions.ts#sendTestMailAction": {
    may: ["admin"],
    page: () => "/desk",
    form: () => ({}),
    stateful: true,
    alone: true,
  },
  "app/desk/actions.ts#lookAtSiteAction": {
    may: ["admin"],
    page: () => "/desk",
    form: () => ({}),
    stateful: true,
    alone: true,
  },
  "app/desk/actions.ts#hideFirstStepsAction": {
    may: ["admin"],
    page: () => "/desk",
    form: () => ({}),
    stateful: true,
    alone: true,
  },
  "app/desk/authors/actions.ts#addGuestAction": {
    may: editors,
    page: () => "/desk/authors",
    form: ({ words }) => ({ name: `Guest ${words}` }),
    stateful: true,
  },
  "app/desk/authors/actions.ts#saveProfileAction": {
    may: editors,
    page: ({ authorId }) => `/desk/authors/${authorId}`,
    form: ({ authorId, words }) => ({
      ...profile,
      author: String(authorId),
      version: "1",
      name: "Another name",
      bio: words,
      slug: `moved-${authorId}`,
    }),
    stateful: true,
  },
  "app/desk/authors/actions.ts#deleteGuestAction": {
    may: editors,
    page: ({ otherAuthorId }) => `/desk/authors/${otherAuthorId}`,
    form: ({ otherAuthorId }) => ({ author: String(otherAuthorId), version: "1" }),
    stateful: true,
  },
  "app/desk/authors/actions.ts#mergeAction": {
    may: editors,
    page: ({ authorId, otherAuthorId }) => `/desk/authors/${authorId}/merge?into=${otherAuthorId}`,
    form: ({ authorId, otherAuthorId }) => ({
      author: String(authorId),
      version: "1",
      into: String(otherAuthorId),
      intoVersion: "1",
    }),
    stateful: true,
  },
  "app/desk/posts/actions.ts#makeGuestAction": {
    may: editors,
    page: () => "/desk/posts/new",
    form: ({ words }) => ({ name: `Guest ${words}` }),
  },
  "app/desk/me/actions.ts#saveOwnProfileAction": {
    // Of a moderator readers know no profile.
    ...ofOneself(({ words }) => ({ ...profile, version: "0", name: words })),
    may: ["writer", "editor", "admin"],
  },
  "app/desk/me/actions.ts#changeNameAction": ofOneself(({ words }) => ({ name: words })),
  "app/desk/me/actions.ts#changeEmailAction": ofOneself(() => ({
    email: `${randomUUID()}@example.org`,
    currentPassword: passwordOfStaff,
  })),
  "app/desk/me/actions.ts#changePasswordAction": ofOneself(() => ({
    currentPassword: passwordOfStaff,
    password: "some other unrelated words",
    again: "some other unrelated words",
  })),
  "app/desk/me/actions.ts#endSessionAction": ofOneself(() => ({ session: "others" })),
  "app/desk/me/actions.ts#passkeyAction": ofOneself(() => ({ intent: "ask", name: "Key" })),
  "app/desk/me/actions.ts#totpAction": ofOneself(() => ({ intent: "begin" })),
  "app/desk/actions.ts#confirmByPasskeyAction": ofOneself(() => ({ intent: "ask" })),
  "app/desk/pages/actions.ts#savePageAction": {
    may: editors,
    page: ({ pageId }) => `/desk/pages/${pageId}`,
    form: page,
  },
  "app/desk/pages/actions.ts#withdrawPageAction": {
    may: editors,
    page: ({ pageId }) => `/desk/pages/${pageId}`,
    form: page,
  },
  "app/desk/pages/actions.ts#deletePageAction": {
    may: editors,
    page: ({ pageId }) => `/desk/pages/${pageId}`,
    form: page,
    stateful: true,
  },
  "app/desk/pages/actions.ts#confirmFactsAction": {
    may: editors,
    page: ({ privacyId }) => `/desk/pages/${privacyId}`,
    form: ({ privacyId, facts }) => ({ id: String(privacyId), seen: facts }),
    stateful: true,
  },
  "app/desk/posts/actions.ts#saveStoryAction": {
    may: editors,
    page: ({ postId }) => `/desk/posts/${postId}`,
    form: story,
  },
  "app/desk/posts/actions.ts#unpublishStoryAction": {
    may: editors,
    page: ({ postId }) => `/desk/posts/${postId}`,
    form: story,
  },
  "app/desk/posts/actions.ts#unscheduleStoryAction": {
    may: editors,
    page: ({ postId }) => `/desk/posts/${postId}`,
    form: story,
  },
  "app/desk/posts/[id]/dates/actions.ts#setEmbargoAction": {
    may: editors,
    page: ({ postId }) => `/desk/posts/${postId}/dates`,
    form: ({ postId }) => ({ post: String(postId), intent: "set", embargoUntil: nextYear }),
    stateful: true,
  },
  "app/desk/posts/[id]/dates/actions.ts#setDateAction": {
    may: editors,
    page: ({ postId }) => `/desk/posts/${postId}/dates`,
    form: ({ postId }) => ({ post: String(postId), date: "2026-01-05T08:00" }),
    stateful: true,
  },
  "app/desk/posts/[id]/dates/actions.ts#setNoticeAction": {
    may: editors,
    page: ({ postId }) => `/desk/posts/${postId}/dates`,
    form: ({ postId, words }) => ({ post: String(postId), intent: "withdraw", notice: words }),
    stateful: true,
  },
  "app/desk/posts/actions.ts#discardChangesAction": {
    may: editors,
    page: ({ postId }) => `/desk/posts/${postId}`,
    form: story,
  },
  "app/desk/posts/[id]/notes/actions.ts#addNoteAction": {
    may: editors,
    page: ({ postId }) => `/desk/posts/${postId}`,
    form: ({ postId, words }) => ({
      post: String(postId),
      body: words,
      quote: "The first paragraph",
      before: "",
      after: " of story",
      place: "0",
    }),
  },
  "app/desk/posts/[id]/notes/actions.ts#replyToNoteAction": {
    may: editors,
    page: ({ postId }) => `/desk/posts/${postId}`,
    form: ({ postId, noteId, words }) => ({ post: String(postId), note: String(noteId), body: words }),
  },
  "app/desk/posts/[id]/notes/actions.ts#changeNoteAction": {
    may: editors,
    page: ({ postId }) => `/desk/posts/${postId}`,
    form: ({ postId, noteId }) => ({ post: String(postId), note: String(noteId), intent: "resolve" }),
  },
  "app/desk/posts/[id]/revisions/actions.ts#restoreRevisionAction": {
    may: editors,
    page: ({ postId }) => `/desk/posts/${postId}/revisions`,
    form: ({ postId, revisionId }) => ({ post: String(postId), revision: String(revisionId) }),
    stateful: true,
  },
  "app/desk/posts/[id]/revisions/actions.ts#nameRevisionAction": {
    may: editors,
    page: ({ postId }) => `/desk/posts/${postId}/revisions`,
    form: ({ postId, revisionId, words }) => ({
      post: String(postId),
      revision: String(revisionId),
      name: words,
    }),
    stateful: true,
  },
  "app/desk/posts/[id]/share/actions.ts#sharePreviewAction": {
    may: editors,
    page: ({ postId }) => `/desk/posts/${postId}/share`,
    form: ({ postId }) => ({ post: String(postId), days: "7" }),
    stateful: true,
  },
  "app/desk/posts/[id]/share/actions.ts#revokePreviewAction": {
    may: editors,
    page: ({ postId }) => `/desk/posts/${postId}/share`,
    form: ({ postId, previewLinkId }) => ({ post: String(postId), link: String(previewLinkId) }),
    stateful: true,
  },
}
