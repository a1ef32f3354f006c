import { DiffLead } from "@/components/revisions/diff-lead"
import { revisionFacts } from "@/components/revisions/revision-facts"
import type { Revision } from "@/lib/posts/revisions/queries"

type Props = { before: Revision; after: Revision }

/** What belongs to a story beside its text, where the versions differ in it; the lead picture always. */
export function Details({ before, after }: Props) {
  const rows = revisionFacts(after).flatMap(([label, now], at) => {
    const was = revisionFacts(before)[at]?.[1] ?? ""
    return was === now ? [] : [{ label, was, now }]
  })
  const isOther = before.leadMediaId !== after.leadMediaId || before.picture !== after.picture
  return (
    <>
      {rows.length > 0 ? (
        <dl className="diff-details">
          {rows.map(({ label, was, now }) => (
            <div key={label}>
              <dt>{label} changed</dt>
              <dd>
                <del dir="auto">
                  <span className="sr-only">Before: </span>
                  {was || "none"}
                </del>{" "}
                <ins dir="auto">
                  <span className="sr-only">Now: </span>
                  {now || "none"}
                </ins>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {isOther ? <DiffLead label="Lead picture removed" look="removed" revision={before} /> : null}
      <DiffLead
        label={isOther ? "Lead picture added" : "Lead picture"}
        look={isOther ? "added" : "kept"}
        revision={after}
      />
    </>
  )
}
