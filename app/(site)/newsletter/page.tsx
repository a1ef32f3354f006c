import type { Metadata } from "next"
import { Notice } from "@/components/newsletter/notice"
import { SignupForm } from "@/components/newsletter/signup-form"
import { canReachPeople } from "@/lib/mail/policy"
import { getSettings } from "@/lib/settings/queries"
import { subscribeAction } from "./actions"

export const dynamic = "force-dynamic"

export async function generateMetadata(): Promise<Metadata> {
  const { newsletterPitch } = await getSettings()
  return { title: "Newsletter", description: newsletterPitch, alternates: { canonical: "/newsletter" } }
}

export default async function NewsletterPage() {
  if (!canReachPeople()) return <Notice heading="Newsletter">There is no newsletter here yet.</Notice>
  const { newsletterHeading, newsletterPitch } = await getSettings()
  return (
    <div className="mx-auto max-w-measure py-10 sm:py-16">
      <h1 className="page-title" dir="auto">
        {newsletterHeading}
      </h1>
      <p className="mt-4 mb-8 text-xl text-ink-soft" dir="auto">
        {newsletterPitch}
      </p>
      <SignupForm action={subscribeAction} />
      <h2 className="mt-12 font-headline text-2xl font-bold">What happens with your address</h2>
      <ul className="mt-3 flex list-disc flex-col gap-2 ps-5 text-lg">
        <li>We send you one message with a link. You are on the list only once you have confirmed there.</li>
        <li>Your address is kept encrypted. It is used for the newsletter and nothing else.</li>
        <li>We do not watch whether you open a message or follow a link in it.</li>
        <li>Every message has a link to leave with one click, and one to erase your address.</li>
      </ul>
    </div>
  )
}
