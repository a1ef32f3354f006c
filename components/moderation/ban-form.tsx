"use client"

import { type ComponentProps, type ReactNode, useActionState, useId } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Field, Select, TextArea } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"
import type { BanLength, BanTarget } from "@/lib/moderation/bans/input"
import type { Occasion } from "@/lib/moderation/bans/queries"
import { many } from "@/lib/moderation/bulk/messages"
import { SubmitOnce } from "./submit-once"
import { When } from "./when"

type Props = {
  action: FormAction
  occasion: Occasion | null
}

/** Whom to ban, for how long and why. What is typed into a field counts only when its line is chosen. */
export function BanForm({ action, occasion }: Props) {
  const [state, submit] = useActionState(action, idle)
  const typed = state.status === "refused" ? state.values : {}
  const errors = state.status === "refused" ? state.errors : {}
  const target = typed.target ?? (occasion ? "author" : "name")
  const choice = (value: BanTarget) => ({ value, defaultChecked: target === value })
  return (
    // Anew after each answer: React would else set radios back to what they were when the page came.
    <DeskForm key={JSON.stringify(typed)} action={submit} className="flex flex-col gap-6">
      <FormMessage state={state} />
      <input type="hidden" name="comment" value={occasion?.id ?? ""} />
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-3 text-sm font-semibold">Whom</legend>
        {errors.target ? <p className="text-sm font-semibold text-danger">{errors.target}</p> : null}
        {occasion ? (
          <>
            <Choice {...choice("author")} label="The email address given with this comment">
              {waitingWords(occasion.waiting.author)} The mailbox is banned, however its address is written.
            </Choice>
            {occasion.networkEnds ? (
              <Choice {...choice("network")} label="The network this comment was sent from">
                {waitingWords(occasion.waiting.network)} It ends by itself,{" "}
                <When date={occasion.networkEnds} /> at the latest: networks are forgotten after two days. A
                network can be a whole school or office. Of IPv6 all that one site is usually given (/48) is
                banned, of IPv4 one address.
              </Choice>
            ) : null}
          </>
        ) : null}
        <Choice {...choice("name")} label="A name">
          <Field
            name="name"
            label="Name or pattern"
            hint="* stands for anything. Case and accents make no difference. At least 3 letters beside the stars."
            maxLength={245}
            defaultValue={occasion?.name}
            state={state}
          />
        </Choice>
        <Choice {...choice("domain")} label="A domain">
          <Field
            name="domain"
            label="Domain"
            hint="Everybody whose address is at this domain, or at one below it. Their waiting comments cannot be found: addresses are sealed."
            placeholder="example.com"
            maxLength={254}
            dir="ltr"
            autoCapitalize="none"
            spellCheck={false}
            state={state}
          />
        </Choice>
        <Choice {...choice("address")} label={occasion ? "Another address" : "An address"}>
          <Field
            name="email"
            label="Email"
            hint="The mailbox is banned, however its address is written. Kept only so that it can be recognised; nobody can read it afterwards."
            type="email"
            autoComplete="off"
            maxLength={254}
            dir="ltr"
            state={state}
          />
        </Choice>
      </fieldset>
      <Select name="lasts" label="For how long" defaultValue="month" state={state}>
        {(Object.keys(lengths) as BanLength[]).map((key) => (
          <option key={key} value={key}>
            {lengths[key]}
          </option>
        ))}
      </Select>
      <TextArea
        name="reason"
        label="Why"
        hint="For the other moderators. Write no address here."
        rows={3}
        maxLength={500}
        required
        state={state}
      />
      <label className="flex items-baseline gap-2 text-sm">
        <input type="checkbox" name="spam" defaultChecked={typed.spam === "on"} />
        <span>Mark all their waiting comments as spam too</span>
      </label>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitOnce look="primary" small={false}>
          Ban
        </SubmitOnce>
        <p className="text-sm text-ink-soft">It can be undone for an hour, and ended at any time.</p>
      </div>
    </DeskForm>
  )
}

type ChoiceProps = ComponentProps<"input"> & { label: string; children: ReactNode }

/** One line of the choice; what belongs to it is shown once it is chosen, and always where that cannot be told. */
function Choice({ label, children, ...radio }: ChoiceProps) {
  const id = useId()
  return (
    <div className="group flex items-baseline gap-2.5">
      <input type="radio" name="target" id={id} {...radio} />
      <div className="min-w-0 grow">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <div className="mt-1 text-sm text-ink-soft group-not-has-[:checked]:hidden">{children}</div>
      </div>
    </div>
  )
}

const lengths: Record<BanLength, string> = {
  day: "A day",
  week: "A week",
  month: "A month",
  year: "A year",
  never: "Without an end",
}

function waitingWords(count: number): string {
  if (count === 0) return "No comment of theirs waits."
  return `${many(count, "comment")} of theirs ${count === 1 ? "waits" : "wait"}.`
}
