import { actions, type Made } from "./access.ts"

type Fields = Record<string, string>

/** What the forms of readers and of visitors with a link name beside `Made`. */
export type MadeForReaders = Made & { slug: string; commentToken: string; staffToken: string; made: string }

/** Forms that an action of the table takes, one for each shape that its form can have. */
export function goodForms(name: string, made: MadeForReaders): Fields[] {
  const own = forms[name]?.(made)
  if (own) return own
  const action = actions[name]
  if (action === undefined || action === "anyone")
    throw new Error(`${name} has no good form in tests/support/good-forms.ts.`)
  return [action.form(made)]
}

const byToken =
  (fields: Fields = {}) =>
  ({ commentToken }: MadeForReaders): Fields[] => [{ token: commentToken, ...fields }]

const password = { password: "a few unrelated words", again: "a few unrelated words" }

/** Fields that differ from form to form are not `undefined` in the others, but absent. */
const inSteps = (...forms: Fields[]): Fields[] => forms

const credential = { id: "AAAA", rawId: "AAAA", type: "public-key", clientExtensionResults: {} }

/** What a browser sends, of no passkey that there is. */
const assertion = JSON.stringify({
  ...credential,
  response: { clientDataJSON: "e30", authenticatorData: "AAAA", signature: "AAAA", userHandle: "AAAA" },
})

const registration = JSON.stringify({
  ...credential,
  response: { clientDataJSON: "e30", attestationObject: "AAAA", transports: ["usb"] },
})

const ban = { comment: "", lasts: "week", reason: "A flood of spam", spam: "on" }

const forms: Record<string, (made: MadeForReaders) => Fields[]> = {
  "app/(site)/comments/[token]/actions.ts#appealAction": byToken({ appeal: "Please read it again." }),
  "app/(site)/comments/[token]/actions.ts#askForLinkAction": byToken(),
  "app/(site)/comments/[token]/actions.ts#askForProofAction": byToken(),
  "app/(site)/comments/[token]/actions.ts#deleteCommentAction": byToken(),
  "app/(site)/comments/[token]/actions.ts#editCommentAction": byToken({ comment: "Better said." }),
  "app/(site)/comments/[token]/actions.ts#forgetBrowserAction": byToken(),
  "app/(site)/comments/[token]/actions.ts#notifyRepliesAction": byToken({ wish: "on" }),
  "app/(site)/comments/[token]/actions.ts#resumeMailAction": byToken(),
  "app/(site)/newsletter/actions.ts#subscribeAction": () => [{ email: "ada@example.org", leftEmpty: "" }],
  "app/(site)/posts/[slug]/actions.ts#postCommentAction": ({ slug, made }) => [
    {
      comment: "Well said.",
      name: "Ada",
      email: "ada@example.org",
      website: "https://example.org",
      story: slug,
      replyTo: "",
      leftEmpty: "",
      made,
    },
  ],
  "app/(site)/posts/[slug]/report/[id]/actions.ts#reportCommentAction": ({ shownId }) => [
    { commentId: String(shownId), reason: "spam", note: "It sells things." },
  ],
  "app/(site)/posts/[slug]/report-error/actions.ts#reportErrorAction": ({ slug }) => [
    { story: slug, wrong: "It was Tuesday, not Monday.", leftEmpty: "" },
  ],
  "app/setup/[token]/actions.ts#becomeFirstAdminAction": ({ staffToken }) => [
    {
      token: staffToken,
      name: "Ada",
      email: "ada@example.org",
      publicationName: "The Weir",
      timeZone: "Europe/London",
      language: "en-GB",
      ...password,
    },
  ],
  "app/setup/[token]/actions.ts#acceptInvitationAction": ({ staffToken }) => [
    { token: staffToken, name: "Ada", ...password },
  ],
  "app/setup/[token]/actions.ts#confirmEmailAction": ({ staffToken }) => [{ token: staffToken }],
  "app/setup/[token]/actions.ts#setPasswordAction": ({ staffToken }) => [{ token: staffToken, ...password }],
  "app/setup/[token]/actions.ts#signInByLinkAction": ({ staffToken }) => [{ token: staffToken }],
  "app/sign-in/link/actions.ts#requestLinkAction": () => [{ email: "ada@example.org", purpose: "reset" }],
  "app/sign-in/actions.ts#signInAction": () => [
    { email: "ada@example.org", password: "a few unrelated words", next: "/desk" },
  ],
  "app/sign-in/actions.ts#signInWithPasskeyAction": () =>
    inSteps({ intent: "ask" }, { intent: "finish", response: assertion, next: "/desk" }),
  "app/sign-in/second-factor/actions.ts#secondStepAction": () =>
    inSteps({ intent: "ask" }, { intent: "code", code: "123456" }, { intent: "finish", response: assertion }),
  "app/desk/actions.ts#confirmByPasskeyAction": () =>
    inSteps({ intent: "ask" }, { intent: "finish", response: assertion }),
  "app/desk/me/actions.ts#passkeyAction": () =>
    inSteps(
      { intent: "ask", name: "Key" },
      { intent: "finish", name: "Key", response: registration },
      { intent: "remove", passkey: "1" },
    ),
  "app/desk/me/actions.ts#totpAction": () =>
    inSteps(
      { intent: "begin" },
      { intent: "confirm", code: "123456" },
      { intent: "codes" },
      { intent: "off" },
    ),
  "app/desk/posts/[id]/dates/actions.ts#setEmbargoAction": ({ postId }) =>
    inSteps(
      { post: String(postId), intent: "set", embargoUntil: "2027-06-01T10:00", embargoUntilTurn: "" },
      { post: String(postId), intent: "lift" },
    ),
  "app/desk/posts/[id]/dates/actions.ts#setDateAction": ({ postId }) => [
    { post: String(postId), date: "2026-01-05T08:00", dateTurn: "" },
  ],
  "app/desk/posts/[id]/dates/actions.ts#setNoticeAction": ({ postId }) => [
    { post: String(postId), intent: "withdraw", notice: "Withdrawn at the author's wish." },
    { post: String(postId), intent: "save", notice: "" },
  ],
  "app/desk/comments/bans/actions.ts#banAction": ({ commentId, words }) => [
    { ...ban, target: "author", comment: String(commentId) },
    { ...ban, target: "name", name: words },
    { ...ban, target: "domain", domain: "spam.example" },
    { ...ban, target: "address", email: "troll@example.org" },
  ],
}
