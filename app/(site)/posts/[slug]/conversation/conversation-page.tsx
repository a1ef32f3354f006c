import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { cache } from "react"
import { CommentThread } from "@/components/comments/comment-thread"
import { ThreadHead } from "@/components/comments/thread-head"
import { ThreadPaging } from "@/components/comments/thread-paging"
import { conversationPage, permalinkOf, readPage } from "@/lib/comments/thread/pages"
import { getConversation } from "@/lib/comments/thread/queries"
import { getPost } from "@/lib/posts/queries"
import { getSettings } from "@/lib/settings/queries"
import { rowNumber } from "@/lib/text/row-number"
import { redirectOrNotFound } from "../../../redirect-if-moved"

type Asked = { slug: string; id: string; page: string }

const find = cache(async (slug: string, id: string, written: string) => {
  const [root, page] = [rowNumber.safeParse(id).data, readPage(written)]
  if (!root || !page) return null
  const post = await getPost(slug)
  const conversation = post && (await getConversation(post.id, root, page))
  const first = conversation?.rows.find((row) => row.id === root)
  return conversation && first ? { ...conversation, post, page, first } : null
})

export async function conversationMetadata({ slug, id, page }: Asked): Promise<Metadata> {
  const found = await find(slug, id, page)
  if (!found) return {}
  const part = found.page === 1 ? "" : `, page ${found.page}`
  return {
    title: `${heading(found)} on ${found.post.title}${part}`,
    alternates: { canonical: conversationPage(found.post.slug, found.first.id, found.page) },
  }
}

/** A conversation by itself, for all the answers that have no room under the story. */
export async function ConversationPage({ slug, id, page: written }: Asked) {
  const [found, post, settings] = await Promise.all([find(slug, id, written), getPost(slug), getSettings()])
  if (!post)
    return redirectOrNotFound("posts", slug, `/conversation/${id}${written === "1" ? "" : `/${written}`}`)
  if (!found) notFound()
  const { first, rows, page, pages } = found
  const addressOf = (other: number) => conversationPage(post.slug, first.id, other)
  return (
    <>
      <ThreadHead
        slug={post.slug}
        title={post.title}
        heading={<Heading {...found} />}
        page={page}
        pages={pages}
      />
      <section id="comments" className="comments" aria-label="Conversation">
        <CommentThread rows={rows} slug={post.slug} locale={settings} page={addressOf(page)} />
        <ThreadPaging page={page} pages={pages} addressOf={addressOf} label="Pages of answers" />
        <p className="mt-6 font-ui text-sm">
          <a href={permalinkOf({ ...first, slug: post.slug })}>Back to all comments</a>
        </p>
      </section>
    </>
  )
}

type Conversation = { count: number; first: { name: string } }

function heading({ count, first }: Conversation): string {
  return `${answersTo(count)}${first.name || "a removed comment"}`
}

/** The same, with the name apart from our words. */
function Heading({ count, first }: Conversation) {
  return (
    <>
      {answersTo(count)}
      {first.name ? <bdi>{first.name}</bdi> : "a removed comment"}
    </>
  )
}

function answersTo(count: number): string {
  return `${count === 1 ? "1 answer" : `${count} answers`} to `
}
