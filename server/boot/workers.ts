import { chainingLane } from "../../lib/audit/jobs.ts"
import { moderationChannel } from "../../lib/comments/desk-changes.ts"
import { reportMail } from "../../lib/comments/jobs.ts"
import { deletedStories } from "../../lib/comments/self-service/jobs.ts"
import { leadLane } from "../../lib/front/jobs.ts"
import { jobLane } from "../../lib/jobs/job-lane.ts"
import { runLanes } from "../../lib/jobs/run-lanes.ts"
import { mailLane } from "../../lib/mail/jobs.ts"
import { mediaLane, mediaTidying, removalLane, removeLeftovers } from "../../lib/media/jobs.ts"
import { blackoutLane } from "../../lib/moderation/decisions/jobs.ts"
import { digestLane } from "../../lib/moderation/digest/jobs.ts"
import { reportRenewal } from "../../lib/moderation/transparency/jobs.ts"
import { tidying } from "../../lib/ops/jobs.ts"
import { renderDelivery } from "../../lib/ops/mail-templates.ts"
import { publishingLane } from "../../lib/posts/dates/jobs.ts"
import { retention } from "../../lib/posts/revisions/jobs.ts"
import { emptyTrash } from "../../lib/posts/trash/jobs.ts"
import { closingLane } from "../../lib/settings/jobs.ts"

/** Starts all that is done in the background. Any number of instances may; `stop` resolves when all of it is at rest. */
export async function startWorkers(): Promise<{ stop(): Promise<void> }> {
  // Where the disk is full because of them, nothing else would make room.
  await removeLeftovers()
  return runLanes(
    mailLane(renderDelivery),
    chainingLane(moderationChannel),
    closingLane(),
    leadLane(),
    publishingLane(),
    digestLane,
    mediaLane,
    removalLane,
    blackoutLane,
    jobLane(
      { name: "chores" },
      tidying,
      retention,
      emptyTrash,
      mediaTidying,
      reportRenewal,
      reportMail,
      deletedStories,
    ),
  )
}
