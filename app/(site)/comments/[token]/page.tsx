import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { AppealSection } from "@/components/comments/appeal-section"
import { BlackoutNote } from "@/components/comments/blackout-note"
import { ButtonForm } from "@/components/comments/button-form"
import { CommentArticle } from "@/components/comments/comment-article"
import { CommentState } from "@/components/comments/comment-state"
import { DeleteForm } from "@/components/comments/delete-form"
import { EditForm } from "@/components/comments/edit-form"
import { MailedLink } from "@/components/comments/mailed-link"
import { canEdit, editMinutes } from "@/lib/comments/policy"
import { getOwnComment, type OwnComment } from "@/lib/comments/self-service/own-comment"
import { ownStateOf } from "@/lib/comments/self-service/state"
import { permalink } from "@/lib/comments/thread/pages"
import { getHouseRules, getSettings } from "@/lib/settings/queries"
import { readToken } from "@/lib/signed-token"
import { spellOutBlackouts } from "@/lib/text/blackout"
import {
  appealAction,
  askForLinkAction,
  askForProofAction,
  deleteCommentAction,
  editCommentAction,
  forgetBrowserAction,
  notifyRepliesAction,
  resumeMailAction,
} from "./actions"

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<{ link?: string | string[] }>
}

export const dynamic = "force-dynamic"

/** The address is the key to the comment: it is told to nobody, neither search engines nor other sites. */
export const metadata: Metadata = {
  title: "Your comment",
  robots: { index: false, follow: false },
  // Not "no-referrer": browsers then post forms with `Origin: null`, which is refused as foreign.
  referrer: "same-origin",
}

/** The author's own page for one comment. */
export default async function OwnCommentPage({ params, searchParams }: Props) {
  const { token } = await params
  const id = readToken("comment-token", token)
  const [comment, settings] = await Promise.all([id && getOwnComment(id), getSettings()])
  if (!comment) notFound()

  const { post } = comment
  const state = ownStateOf(comment)
  const open = post.published && canEdit(comment)
  const form = { token, page: `/comments/${token}` }
  return (
    <div className="comment-page">
      <h1>Your comment</h1>
      <CommentState
        state={state}
        rules={state.kind === "refused" || state.kind === "waiting" ? await getHouseRules() : null}
      >
        {state.kind === "shown" ? (
          <a href={permalink(post.slug, comment.id)}>See it on the page</a>
        ) : (
          post.published && (
            <a href={`/posts/${post.slug}`}>
              Back to “<bdi>{post.title}</bdi>”
            </a>
          )
        )}
      </CommentState>
      <MailedLink link={(await searchParams).link} />
      {state.kind === "deleted" ? null : (
        <>
          <CommentArticle comment={comment} locale={settings} />
          <BlackoutNote blackouts={comment.blackouts} open={open} refused={state.kind === "refused"} />
          <AppealSection
            {...form}
            appeal={comment.appeal}
            refused={state.kind === "refused"}
            alone={comment.decidesAlone}
            locale={settings}
            action={appealAction}
          />
          <EditForm
            {...form}
            action={editCommentAction}
            text={spellOutBlackouts(comment.body)}
            minutes={editMinutes}
            proved={comment.provedAt !== null}
            open={open}
          />
          <DeleteForm action={deleteCommentAction} token={token} />
          {state.kind === "refused" && !comment.provedAt ? null : <Proof comment={comment} form={form} />}
          {state.kind === "refused" ? null : <Answers comment={comment} form={form} />}
          <ButtonForm
            {...form}
            id="everything"
            heading="Everything under this address"
            action={askForLinkAction}
            label="Mail me a link to everything under this address"
          >
            <p>
              From there you can see all comments that were left with the address, take them along as a file,
              or erase them for good.
            </p>
          </ButtonForm>
        </>
      )}
    </div>
  )
}

type Part = { comment: OwnComment; form: { token: string; page: string } }

/** Before the proof the way to it; after it the way to be forgotten. What the browser keeps, no page can know. */
function Proof({ comment, form }: Part) {
  if (!comment.provedAt) {
    return (
      <ButtonForm
        {...form}
        id="proof"
        heading="Prove that this address is yours"
        action={askForProofAction}
        label="Prove that this address is yours"
      >
        <p>
          Anybody can type any address, so one that is only typed earns no trust here. We mail a link to the
          address you typed; whoever opens it can say that this comment is theirs. Where stories ask for
          nothing more, it then appears at once.
        </p>
      </ButtonForm>
    )
  }
  return (
    <ButtonForm
      {...form}
      id="proof"
      heading="The address is proved to be yours"
      action={forgetBrowserAction}
      label="Forget this browser"
    >
      <p>
        That holds for this comment. If you let this browser remember you, what you write from it with the
        same address counts as proved too, until you take that back here.
      </p>
    </ButtonForm>
  )
}

function Answers({ comment, form }: Part) {
  const common = { ...form, id: "answers", heading: "Answers by mail" }
  if (comment.mailStopped) {
    return (
      <ButtonForm {...common} action={resumeMailAction} label="Turn mail on again">
        <p>You have stopped all mail about comments to this address. Nothing is sent to you.</p>
      </ButtonForm>
    )
  }
  if (comment.notifyReplies) {
    return (
      <ButtonForm {...common} action={notifyRepliesAction} label="Stop mailing me answers" wish="off">
        <p>
          {comment.provedAt
            ? "You get a message when somebody answers this comment. There are ten a day at most, for all of yours."
            : "You get a message when somebody answers this comment, once you have proved that the address is yours."}
        </p>
      </ButtonForm>
    )
  }
  return (
    <ButtonForm {...common} action={notifyRepliesAction} label="Mail me answers" wish="on">
      <p>
        We can tell you by mail when somebody answers this comment.
        {comment.provedAt ? null : " For that, the address has to be proved first."}
      </p>
    </ButtonForm>
  )
}
