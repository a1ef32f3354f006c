import type { Metadata } from "next"
import { Notice } from "@/components/newsletter/notice"

export const dynamic = "force-dynamic"

export const metadata: Metadata = { title: "Your address is erased", robots: { index: false } }

export default function ErasedPage() {
  return (
    <Notice heading="Your address is erased">
      <p>
        We have deleted your address and everything that we kept with it for the newsletter. The links in
        messages you still have no longer lead anywhere.
      </p>
      <p>
        <a href="/">Go to the front page</a>
      </p>
    </Notice>
  )
}
