import type { Metadata } from "next"
import { decideBulkAction } from "@/app/desk/comments/bulk/actions"
import { Panel } from "@/components/desk/panel"
import { BanList } from "@/components/moderation/ban-list"
import { BatchAnswer } from "@/components/moderation/batch-answer"
import { DeskRooms } from "@/components/moderation/desk-rooms"
import { buttonClass } from "@/components/ui/button"
import { requireStaff } from "@/lib/auth/viewer"
import { listBans } from "@/lib/moderation/bans/queries"
import { bulkAnswer } from "@/lib/moderation/bulk/answer"
import { getBatch } from "@/lib/moderation/bulk/batches"
import { banListAction } from "./actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Bans" }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function BansPage({ searchParams }: Props) {
  const staff = await requireStaff("comments.moderate")
  const answer = bulkAnswer.parse(await searchParams)
  const [{ standing, ended }, batch] = await Promise.all([
    listBans(staff),
    answer.done === null ? null : getBatch(staff, answer.done),
  ])
  return (
    <div className="flex flex-col gap-6 *:not-first:max-w-4xl">
      <header>
        <DeskRooms current="bans" heading={<h1 className="font-headline text-3xl">Bans</h1>} />
        <p className="mt-2 max-w-measure text-sm text-ink-soft">
          What somebody who is banned sends goes to spam. They are told that it waits for a moderator, as
          anybody else is. A ban of an address holds once its owner has proved it: anybody can type it, and
          would otherwise learn of the ban. A comment under it that nobody has proved is treated like any
          stranger’s: its card says “Banned”, and if it appears at once it is listed in “Reported”.
        </p>
        <a href="/desk/comments/bans/new" className={`${buttonClass({ small: true })} mt-3`}>
          Ban somebody
        </a>
      </header>
      <BatchAnswer batch={batch} answer={answer} back="bans" action={decideBulkAction} />
      <Panel title="Standing">
        <BanList bans={standing} empty="Nobody is banned." action={banListAction} />
      </Panel>
      <Panel title="Ended">
        <BanList bans={ended} empty="No ban has ended yet." action={banListAction} />
      </Panel>
    </div>
  )
}
