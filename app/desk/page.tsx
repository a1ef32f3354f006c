import type { Metadata } from "next"
import { requireStaff } from "@/lib/auth/viewer"

export const metadata: Metadata = { title: "Today" }

export default async function DeskPage() {
  await requireStaff()
  return <h1 className="text-xl font-bold">Today</h1>
}
