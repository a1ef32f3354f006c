import type { ComponentProps } from "react"
import { SignupForm } from "@/components/newsletter/signup-form"

type Props = { heading: string; pitch: string } & ComponentProps<typeof SignupForm>

/** The newsletter's pitch with its form, as it stands under every story. */
export function SignupPanel({ heading, pitch, action }: Props) {
  return (
    <section
      id="newsletter"
      aria-labelledby="newsletter-heading"
      className="mx-auto my-12 max-w-measure scroll-mt-6 border-t-4 border-accent bg-raised px-5 py-8 sm:px-8"
    >
      <h2 id="newsletter-heading" dir="auto" className="font-headline text-3xl leading-tight font-bold">
        {heading}
      </h2>
      {pitch ? (
        <p dir="auto" className="mt-2 mb-6 text-lg text-ink-soft">
          {pitch}
        </p>
      ) : null}
      <SignupForm action={action} />
    </section>
  )
}
