import { setTimeout as pause } from "node:timers/promises"
import { decryptEmail } from "@/lib/email"
import { env } from "@/lib/env"
import type { Lane } from "@/lib/jobs/types"
import type { MailContent } from "@/lib/mail/content"
import { type Delivery, mailChannel, oldestUnsent } from "@/lib/mail/deliveries"
import { markInDoubt, settleDelivery, takeDueDelivery, untilNextDue } from "@/lib/mail/delivery-lease"
import { composeMessage, type Message } from "@/lib/mail/message"
import type { DeliveryOutcome } from "@/lib/mail/outcome"
import { deliver } from "@/lib/mail/transport"
import { withoutEmails } from "@/lib/text/without-emails"

/** Renders a delivery when it is sent, or answers `null` when it must not be sent any more. */
export type RenderMail = (delivery: Delivery) => Promise<MailContent | null>

/** Sends due messages one by one. */
export function mailLane(renderMail: RenderMail): Lane {
  return {
    name: "mail",
    wokenBy: { channel: mailChannel },
    longestWait: 30_000,
    overdue: { since: oldestUnsent, minutes: 5 },
    async runDue(stopping) {
      await sendWhatIsDue(renderMail, stopping)
      return untilNextDue()
    },
  }
}

async function sendWhatIsDue(renderMail: RenderMail, stopping: AbortSignal): Promise<void> {
  const lost = await markInDoubt()
  if (lost > 0) console.error(`Mail: ${lost} in doubt, since the app stopped while sending.`)
  while (!stopping.aborted) {
    const delivery = await takeDueDelivery()
    if (!delivery) return
    await settle(delivery, await send(delivery, renderMail))
  }
}

async function send(delivery: Delivery, renderMail: RenderMail): Promise<DeliveryOutcome> {
  let message: Message | null
  try {
    message = await prepare(delivery, renderMail)
  } catch (error) {
    // Nothing was sent, so it may be tried again.
    return { kind: "later", reason: withoutEmails(String(error)) }
  }
  if (!message) return { kind: "refused", reason: "Not wanted any more when its turn came." }
  return deliver(message)
}

async function prepare(delivery: Delivery, renderMail: RenderMail): Promise<Message | null> {
  const letter = await renderMail(delivery)
  if (!letter) return null
  const from = env().MAIL_FROM
  return composeMessage(letter, {
    // The same for every try at the same delivery, so that a mailbox can tell a repetition.
    id: `${delivery.kind}.${delivery.id}.${delivery.createdAt.getTime()}@${new URL(env().SITE_URL).hostname}`,
    date: delivery.createdAt,
    from: { ...from, name: from.name || letter.publication },
    to: decryptEmail(delivery.recipientSealed),
  })
}

/** The answer is known and must not be lost to a database that is away for a moment. */
async function settle(delivery: Delivery, outcome: DeliveryOutcome): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await settleDelivery(delivery, outcome)
    } catch (error) {
      if (tries === 10) throw error
      await pause(1000)
    }
  }
}
