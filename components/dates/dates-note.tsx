import { When } from "@/components/moderation/when"

type Props = { story: { id: number; status: string; embargoUntil: Date | null } }

/** From the editor to a story's embargo, its date and the notice in its place; and whether it is embargoed. */
export function DatesNote({ story: { id, status, embargoUntil } }: Props) {
  const seen = status === "withdrawn" || status === "published"
  return (
    <div className="mt-5 border-t border-rule pt-3 text-sm">
      <EmbargoNote until={embargoUntil} />
      <p>
        <a href={`/desk/posts/${id}/dates`} className="text-accent underline underline-offset-2">
          Dates
        </a>{" "}
        <span className="text-ink-soft">{seen ? "and the notice in its place" : "and embargo"}</span>
      </p>
    </div>
  )
}

/** That nobody may show a story to readers yet; nothing once they may. */
export function EmbargoNote({ until }: { until: Date | null }) {
  if (until === null || until <= new Date()) return null
  return (
    <p className="mb-2 border-s-4 border-danger ps-3 font-semibold">
      Embargoed until <When date={until} />
    </p>
  )
}
