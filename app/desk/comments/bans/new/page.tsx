import type { Metadata } from "next"
import { BanForm } from "@/components/moderation/ban-form"
import { DeskRooms } from "@/components/moderation/desk-rooms"
import { requireStaff } from "@/lib/auth/viewer"
import { banAddress } from "@/lib/moderation/bans/input"
import { findBanOccasion } from "@/lib/moderation/bans/queries"
import { spellOutBlackouts } from "@/lib/text/blackout"
import { banAction } from "../actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Ban somebody" }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function NewBanPage({ searchParams }: Props) {
  const staff = await requireStaff("comments.moderate")
  const { comment } = banAddress.parse(await searchParams)
  const occasion = comment === null ? null : await findBanOccasion(staff, comment)
  return (
    <div className="flex flex-col gap-6 *:not-first:max-w-measure">
      <header>
        <DeskRooms current="bans" heading={<h1 className="font-headline text-3xl">Ban somebody</h1>} />
        {comment !== null && !occasion ? (
          <p className="mt-2 text-sm text-ink-soft">
            That comment is not there any more, or its author has deleted it, so it tells nothing of them.
          </p>
        ) : null}
      </header>
      {occasion ? (
        <blockquote className="border-s-2 border-rule ps-3 text-sm text-ink-soft [overflow-wrap:anywhere]">
          <bdi className="font-semibold text-ink">{occasion.name}</bdi> on <bdi>{occasion.title}</bdi>:{" "}
          <bdi className="line-clamp-3">{spellOutBlackouts(occasion.body)}</bdi>
        </blockquote>
      ) : null}
      <BanForm action={banAction} occasion={occasion} />
    </div>
  )
}
