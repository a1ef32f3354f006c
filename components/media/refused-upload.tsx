import { uploadRefusalsIn } from "@/lib/media/upload-refusal-url"

/** What a form that was sent without scripts did not bring into the library, as the address says it. */
export function RefusedUpload({ query }: { query: Readonly<Record<string, unknown>> }) {
  const sentences = uploadRefusalsIn(query)
  if (sentences.length === 0) return null
  return (
    <div role="alert" className="flex flex-col gap-2 border-s-4 border-danger bg-raised px-4 py-3">
      {sentences.map((sentence) => (
        <p key={sentence} className="wrap-anywhere">
          {sentence}
        </p>
      ))}
    </div>
  )
}
