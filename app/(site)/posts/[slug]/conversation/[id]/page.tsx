import { ConversationPage, conversationMetadata } from "../conversation-page"

type Props = { params: Promise<{ slug: string; id: string }> }

export const dynamic = "force-dynamic"

export async function generateMetadata({ params }: Props) {
  return conversationMetadata({ ...(await params), page: "1" })
}

export default async function FirstConversationPage({ params }: Props) {
  return <ConversationPage {...(await params)} page="1" />
}
