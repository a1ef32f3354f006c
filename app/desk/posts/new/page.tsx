import type { Metadata } from "next"
import { requireStaff } from "@/lib/auth/viewer"
import { EditorPage } from "../editor-page"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "New story" }

export default async function NewStoryPage() {
  const staff = await requireStaff("posts.write-own")
  return (
    <>
      <h1 className="sr-only">New story</h1>
      <EditorPage staff={staff} story={null} />
    </>
  )
}
