import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { EndedLink } from "@/components/comments/ended-link"
import { EraseForm } from "@/components/comments/erase-form"
import { MineList } from "@/components/comments/mine-list"
import { Button, buttonClass } from "@/components/ui/button"
import { readEndedOwnToken, readOwnToken } from "@/lib/commenters/links"
import { countReports, findNamed, listOwnComments } from "@/lib/commenters/own-comments"
import { ownStateOf } from "@/lib/comments/self-service/state"
import { ownCommentUrl } from "@/lib/comments/self-service/url"
import { permalink } from "@/lib/comments/thread/pages"
import { getSettings } from "@/lib/settings/queries"

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = "force-dynamic"

export const metadata: Metadata = {
  title: "Everything under this address",
  robots: { index: false, follow: false },
  referrer: "same-origin",
}

/** All that is kept of one address, for whoever owns its mailbox. Looking changes nothing. */
export default async function MinePage({ params, searchParams }: Props) {
  const { token } = await params
  const [commenter, settings] = await Promise.all([findNamed(readOwnToken(token)), getSettings()])
  const asked = await searchParams
  const page = `/comments/mine/${token}`
  if (!commenter) {
    if (!(await findNamed(readEndedOwnToken(token)))) notFound()
    return <EndedLink page={page} asked={asked} />
  }
  const [{ rows, count }, reports] = await Promise.all([
    listOwnComments(commenter.emailHash),
    countReports(commenter.id),
  ])
  const comments = rows.map((row) => ({
    ...row,
    state: ownStateOf(row),
    page: ownCommentUrl(row.id),
    story: row.post.published ? permalink(row.post.slug, row.id) : null,
  }))
  return (
    <div className="comment-page">
      <h1>Everything under this address</h1>
      <p className="text-lg">
        These are the comments that were left with the address this link was sent to, by you or by somebody
        who typed it. The link works for one day.
      </p>
      <MineList comments={comments} count={count} locale={settings} />
      <section className="own-matter" aria-labelledby="take-title">
        <h2 id="take-title">Take it along</h2>
        <p>
          A file with everything that is kept: the comments, what was decided about them and what moderators
          wrote to you, words of yours that they blacked out and that can still be brought back, a list of the
          messages, and the reports.
        </p>
        {reports > 0 ? (
          <p>
            {reports === 1 ? "One report of a comment is" : `${reports} reports of comments are`} kept with
            this address, since you asked to hear what becomes of {reports === 1 ? "it" : "them"}.
          </p>
        ) : null}
        <a href={`${page}/export`} className={buttonClass({ look: "secondary" })}>
          Download everything
        </a>
      </section>
      <section className="own-matter" id="browsers" aria-labelledby="browsers-title">
        <h2 id="browsers-title">Browsers that remember you</h2>
        {"ended" in asked ? (
          <p role="status">Done: every browser is forgotten, and older links are over.</p>
        ) : null}
        <p>End them all at once, and every older link to this page with them.</p>
        <form action={page} method="post">
          <Button look="secondary" name="wish" value="end">
            Forget every browser
          </Button>
        </form>
      </section>
      <EraseForm page={page} count={count} again={"again" in asked} />
    </div>
  )
}
