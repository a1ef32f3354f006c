import { useSyncExternalStore } from "react"
import { isUnderWay, type Upload } from "@/components/media/upload"
import type { Uploads } from "@/components/media/uploads"
import { Button } from "@/components/ui/button"

/** What is on its way, with what became of it. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  const rows = useSyncExternalStore(uploads.subscribe, uploads.view, uploads.view)
  if (rows.length === 0) return null
  return (
    <>
      <ul className="mt-3 flex flex-col divide-y divide-rule text-sm" aria-label="Uploads">
        {rows.map((row) => (
          <li key={row.key} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
            <bdi className="min-w-0 grow truncate">{row.filename}</bdi>
            {row.state === "sending" || row.state === "preparing" ? (
              <progress
                aria-label={row.filename}
                value={row.state === "sending" ? row.progress : undefined}
                max={1}
                className="w-32"
              />
            ) : null}
            <span
              className={
                row.state === "refused" || row.state === "failed" ? "basis-full text-danger" : "text-ink-soft"
              }
              role="status"
            >
              {row.message || words[row.state]}
            </span>
            {isUnderWay(row.state) ? (
              <Button type="button" look="quiet" small onClick={() => uploads.stop(row.key)}>
                Cancel
              </Button>
            ) : null}
            {["stopped", "interrupted", "failed"].includes(row.state) ? (
              <Button type="button" look="quiet" small onClick={() => uploads.again(row.key)}>
                Try again
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {rows.some(({ state }) => !isUnderWay(state)) ? (
        <Button type="button" look="quiet" small flush className="mt-2" onClick={uploads.clear}>
          Clear the list
        </Button>
      ) : null}
    </>
  )
}

const words: Record<Upload["state"], string> = {
  waiting: "Waiting",
  sending: "Sending…",
  preparing: "Preparing…",
  done: "In the library",
  refused: "Not uploaded",
  failed: "Not uploaded",
  stopped: "Cancelled",
  interrupted: "Interrupted",
}
