import type { Metadata } from "next"
import { Notice } from "@/components/newsletter/notice"

export const dynamic = "force-dynamic"

export const metadata: Metadata = { title: "Everything is erased", robots: { index: false } }

export default function ErasedPage() {
  return (
    <Notice heading="Everything is erased">
      <p>
        The comments under your address are deleted, with your words, your name and the address itself. Links
        in messages you still have lead nowhere any more, and no browser is remembered.
      </p>
      <p>
        <a href="/">Go to the front page</a>
      </p>
    </Notice>
  )
}
