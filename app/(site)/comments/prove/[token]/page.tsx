import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { CommentArticle } from "@/components/comments/comment-article"
import { OthersToProve } from "@/components/comments/others-to-prove"
import { Button } from "@/components/ui/button"
import { readVerificationToken, verificationUrl } from "@/lib/commenters/links"
import { getCommentToVerify, listOthersToVerify } from "@/lib/commenters/queries"
import { ownCommentUrl } from "@/lib/comments/self-service/url"
import { getSettings } from "@/lib/settings/queries"

type Props = { params: Promise<{ token: string }> }

export const dynamic = "force-dynamic"

export const metadata: Metadata = {
  title: "Is this your comment?",
  robots: { index: false, follow: false },
  referrer: "same-origin",
}

/**
 * Asks the owner of a mailbox about one comment. Looking changes nothing: mail scanners open every link. The forms are
 * plain HTML and no server actions, so they work from a page of any age.
 */
export default async function ProvePage({ params }: Props) {
  const { token } = await params
  const link = readVerificationToken(token)
  const [comment, settings] = await Promise.all([getCommentToVerify(link), getSettings()])
  if (!comment || !link) notFound()
  const others = await listOthersToVerify(comment.id)
  const page = `/comments/prove/${token}`
  return (
    <div className="comment-page">
      <h1>{headings[comment.said ?? "nothing"]}</h1>
      {comment.said === "no" ? (
        <p className="text-lg">
          Thank you. The comment will never count as yours, and nothing more about it is mailed to this
          address. A moderator is told.
        </p>
      ) : (
        <>
          <p className="text-lg">
            It was left under “<bdi>{comment.post.title}</bdi>”, with the address this link was sent to.
          </p>
          <CommentArticle comment={comment} locale={settings} />
          {comment.said === null ? (
            <Question page={page} version={comment.version} />
          ) : (
            <Known page={page} id={comment.id} />
          )}
        </>
      )}
      <OthersToProve
        others={others.map(({ id, ...other }) => ({
          ...other,
          id,
          page: verificationUrl({ commentId: id, epoch: link.epoch }, link.until),
        }))}
        locale={settings}
      />
    </div>
  )
}

const headings = { nothing: "Was this you?", yes: "This is your comment", no: "This is not your comment" }

function Question({ page, version }: { page: string; version: number }) {
  return (
    <div className="own-matter">
      <form action={page} method="post" className="flex flex-col items-start gap-3">
        <input type="hidden" name="version" value={version} />
        <Remember />
        <Button name="answer" value="yes">
          Yes, this is my comment
        </Button>
      </form>
      <form action={page} method="post">
        <Button look="secondary" name="answer" value="no">
          No, I did not write this
        </Button>
      </form>
      <p className="soft">
        “Yes” proves the address for this comment alone. “No” keeps it from ever being proved. Other comments
        stay as they are, either way.
      </p>
    </div>
  )
}

function Known({ page, id }: { page: string; id: number }) {
  return (
    <div className="own-matter">
      <p>
        You have said so, and the address counts as proved for it.{" "}
        <a href={ownCommentUrl(id)}>Go to its own page</a>
      </p>
      <form action={page} method="post">
        <input type="hidden" name="answer" value="yes" />
        <Button look="secondary" name="remember" value="on">
          Remember this browser
        </Button>
      </form>
    </div>
  )
}

/** Off unless it is wanted: a shared computer must not speak for anybody. */
function Remember() {
  return (
    <label className="flex min-h-11 items-start gap-3">
      <input type="checkbox" name="remember" className="mt-1 size-5 shrink-0" />
      <span>
        Remember this browser
        <span className="soft block">
          For a year, by a cookie: what you write from here with this address then counts as proved at once.
        </span>
      </span>
    </label>
  )
}
