"use client"

import { Button } from "@/components/ui/button"

/**
 * What someone at the desk sees when a page fails. Readers' pages run no script, so the edge
 * answers them with a page of its own (`server/edge/error-pages.ts`) under the same status.
 */
export default function Failed({ retry }: { error: unknown; retry: () => void }) {
  return (
    <main lang="en" dir="ltr" className="page max-w-measure py-16">
      <h1 className="text-title">Something went wrong on our side</h1>
      <p className="mt-4 mb-6 text-lg text-ink-soft">
        Nothing you saved is lost. Please try again in a moment; if it goes on, tell whoever runs this site.
      </p>
      <Button type="button" onClick={() => retry()}>
        Try again
      </Button>
    </main>
  )
}
