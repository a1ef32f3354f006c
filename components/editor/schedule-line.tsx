import { ZoneElsewhere } from "@/components/desk/zone-elsewhere"
import type { SaverView } from "@/components/editor/saver-tools"
import { When } from "@/components/moderation/when"

/** When a scheduled story goes out. */
export function ScheduleLine({ story }: Pick<SaverView, "story">) {
  const publishAt = story && "publishAt" in story ? story.publishAt : null
  if (typeof publishAt !== "string") return null
  const date = new Date(publishAt)
  return (
    <p className="order-last basis-full text-sm">
      Goes out on <When date={date} />
      <ZoneElsewhere date={date} />. Save changes with “Schedule”.
    </p>
  )
}
