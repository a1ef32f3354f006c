import type { Metadata, Viewport } from "next"
import { requireStaff } from "@/lib/auth/viewer"
import { EditorPage } from "../editor-page"

export const dynamic = "force-dynamic"
// The keyboard of a phone makes the window smaller, and does not lie over it.
export const viewport: Viewport = { interactiveWidget: "resizes-content" }
export const metadata: Metadata = { title: "New story" }

export default async function NewStoryPage() {
  const staff = await requireStaff("posts.write-own")
  return <EditorPage staff={staff} story={null} />
}
