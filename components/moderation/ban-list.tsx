import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import type { ListedBan } from "@/lib/moderation/bans/queries"
import { When } from "./when"

type Props = { bans: ListedBan[]; empty: string; action: (form: FormData) => Promise<void> }

/** Bans, the newest first: about whom, why, by whom and until when. */
export function BanList({ bans, empty, action }: Props) {
  if (bans.length === 0) return <p className="mt-2 text-sm text-ink-soft">{empty}</p>
  return (
    <ul className="mt-1 divide-y divide-rule">
      {bans.map((ban) => (
        <li key={ban.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
          <div className="flex min-w-0 flex-col gap-0.5 text-sm [overflow-wrap:anywhere]">
            <p className="text-base font-medium">
              <Whom ban={ban} />
            </p>
            <p>{covers[ban.kind]}</p>
            <p className="whitespace-pre-wrap">
              <span className="text-ink-soft">Why:</span> <bdi>{ban.reason}</bdi>
            </p>
            <p className="text-ink-soft">
              Banned by <bdi>{ban.by}</bdi>, <When date={ban.at} /> · <Until ban={ban} />
            </p>
          </div>
          <BanButton ban={ban} action={action} />
        </li>
      ))}
    </ul>
  )
}

/** What a ban holds for, whoever it is about. */
const covers: Record<ListedBan["kind"], string> = {
  address: "Covers the whole mailbox, however its address is written, once its owner has proved it.",
  network: "Covers every comment from this network, whoever sends it.",
  name: "Covers everybody who comments under this name, or one that fits the pattern.",
  domain: "Covers every address at this domain, or at one below it.",
}

function Whom({ ban: { kind, pattern, occasion } }: { ban: ListedBan }) {
  if (kind === "domain") {
    return (
      <>
        The domain <bdi>{pattern}</bdi>
      </>
    )
  }
  if (kind === "name") {
    return (
      <>
        The name <bdi>{pattern}</bdi>
      </>
    )
  }
  const what = kind === "address" ? "The address" : "The network"
  if (!occasion) return <>{kind === "address" ? "An address" : "A network"}</>
  return (
    <>
      {what} of <bdi>{occasion.name}</bdi>’s{" "}
      <a
        href={`/desk/comments/bulk?scope=${kind === "address" ? "author" : "network"}&comment=${occasion.id}`}
      >
        comment {occasion.id}
      </a>
    </>
  )
}

function Until({ ban: { expiresAt, liftedAt } }: { ban: ListedBan }) {
  if (liftedAt) {
    return (
      <>
        ended <When date={liftedAt} />
      </>
    )
  }
  if (!expiresAt) return <>never expires</>
  return (
    <>
      ends <When date={expiresAt} />
    </>
  )
}

function BanButton({ ban, action }: { ban: ListedBan; action: Props["action"] }) {
  const offer = offerFor(ban)
  if (!offer) return null
  return (
    <DeskForm action={action}>
      <input type="hidden" name="ban" value={ban.id} />
      <Button name="intent" value={offer.intent} look="secondary" small>
        {offer.label}
      </Button>
    </DeskForm>
  )
}

/** One thing at a time: within the hour a ban is as if it had never been, later it can only end. */
function offerFor({ undoable, liftUndoable, liftedAt, expiresAt }: ListedBan) {
  if (undoable) return { intent: "undo", label: "Undo ban" }
  if (liftUndoable) return { intent: "undo-lift", label: "Let it stand again" }
  const over = expiresAt !== null && expiresAt <= new Date()
  return liftedAt || over ? null : { intent: "lift", label: "End ban" }
}
