import { permanentRedirect } from "next/navigation"
import { ConversationPage, conversationMetadata } from "../../conversation-page"

type Props = { params: Promise<{ slug: string; id: string; page: string }> }

export const dynamic = "force-dynamic"

export async function generateMetadata({ params }: Props) {
  return conversationMetadata(await params)
}

export default async function LaterConversationPage({ params }: Props) {
  const { slug, id, page } = await params
  if (page === "1") permanentRedirect(`/posts/${slug}/conversation/${encodeURIComponent(id)}`)
  return <ConversationPage slug={slug} id={id} page={page} />
}
