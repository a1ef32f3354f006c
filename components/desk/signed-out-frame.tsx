import type { ReactNode } from "react"

type Props = { publicationName: string; title: string; children: ReactNode }

/** The pages before the desk: sign-in and one-time links. One thing to do, in the middle of the page. */
export function SignedOutFrame({ publicationName, title, children }: Props) {
  return (
    // As in `DeskShell`: staff pages are in English, in a publication of any language.
    <div
      lang="en"
      dir="ltr"
      className="flex min-h-dvh flex-col bg-paper px-4 py-10 font-ui text-ink md:py-20"
    >
      <main className="mx-auto w-full max-w-sm">
        <p className="text-sm font-semibold">
          <a href="/" className="text-ink-soft no-underline hover:text-ink hover:underline">
            <bdi>{publicationName}</bdi>
          </a>
        </p>
        <h1 className="mt-1 mb-6 font-headline text-3xl font-semibold">{title}</h1>
        {children}
      </main>
    </div>
  )
}
