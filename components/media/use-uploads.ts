import { useEffect, useState } from "react"
import { useRenderedFor } from "@/components/desk/rendered-for"
import { retryInterrupted } from "@/components/media/retry-interrupted"
import { sendFile } from "@/components/media/send-file"
import { Uploads } from "@/components/media/uploads"
import type { LibraryEntry } from "@/lib/media/queries"

/** The uploads of a part of a page; what an outage interrupted is sent again by itself. */
export function useUploads(onDone?: (picture: LibraryEntry) => void): Uploads {
  const signed = useRenderedFor()
  const [uploads] = useState(() => new Uploads(sendFile(signed), onDone))
  useEffect(() => retryInterrupted(uploads), [uploads])
  return uploads
}
