import "server-only"
import { z } from "zod"
import { deleteCommentsOfDeletedStories } from "@/lib/comments/self-service/deleted-stories"
import { utc } from "@/lib/jobs/schedule"
import type { Job } from "@/lib/jobs/types"

/** Takes away each hour what was said under stories that were deleted for good. */
export const deletedStories: Job<unknown> = {
  name: "comments.deleted-stories",
  schedule: { cron: "19 * * * *", timeZone: utc },
  input: z.unknown(),
  work: (_, { signal }) => deleteCommentsOfDeletedStories(signal),
}
