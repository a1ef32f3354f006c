"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { useUnsavedForm } from "@/components/desk/use-unsaved-form"
import { LeadFields } from "@/components/front/lead-fields"
import { SectionRow } from "@/components/front/section-row"
import { Confirmed } from "@/components/media/confirmed"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { rowsOfForm } from "@/components/ui/form-rows"
import { AddRow, EnterButton } from "@/components/ui/row-tools"
import type { RowValues } from "@/lib/form-rows"
import { idle, typedIn } from "@/lib/form-state"
import { sectionRows } from "@/lib/front/limits"
import type { FrontChoices } from "@/lib/front/types"

type Props = {
  action: FormAction
  version: number
  isDraft: boolean
  lead: { post: string; until: string }
  sections: RowValues[]
  choices: FrontChoices
  timeZone: string
}

/** How the front page is arranged: kept as a draft, looked at, and shown to readers. */
export function FrontPageForm({ action, version, isDraft, lead, sections, choices, timeZone }: Props) {
  const [state, submit] = useActionState(action, idle)
  const form = useUnsavedForm(state)
  const { rows, arranged, key } = rowsOfForm(state, sections, sectionRows)
  return (
    <DeskForm ref={form} action={submit} className="flex flex-col gap-8">
      <EnterButton name="intent" value="save" />
      <input type="hidden" name="version" value={typedIn(state, "version") ?? version} />
      <LeadFields
        key={`${key} ${lead.post} ${lead.until}`}
        lead={lead}
        stories={choices.stories}
        timeZone={timeZone}
        state={state}
      />
      <fieldset className="flex flex-col gap-4 border-t border-rule pt-3">
        <legend className="float-start mb-1 w-full text-base font-bold">Sections</legend>
        <p className="clear-both text-sm text-ink-soft">
          Each shows stories with a tag, below the newest. A story stands on the front page once, where it
          comes first, so a section whose stories are all among the newest is left out until there are more.
        </p>
        <ol key={key} className="flex flex-col gap-3">
          {rows.map((row, at) => (
            <SectionRow
              // biome-ignore lint/suspicious/noArrayIndexKey: rows begin anew together
              key={at}
              number={at + 1}
              count={rows.length}
              row={row}
              state={state}
              arranged={arranged}
              choices={choices}
            />
          ))}
        </ol>
        {rows.length < sectionRows.most ? (
          <div>
            <AddRow arranged={arranged}>Add a section</AddRow>
          </div>
        ) : null}
      </fieldset>
      <Buttons isDraft={isDraft}>
        <FormMessage state={state} />
      </Buttons>
    </DeskForm>
  )
}

function Buttons({ isDraft, children }: { isDraft: boolean; children: React.ReactNode }) {
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-2 border-t border-edge bg-paper px-4 py-3 sm:mx-0 sm:px-0">
      <Button small name="intent" value="publish">
        Publish
      </Button>
      <Button small look="secondary" name="intent" value="save">
        Save draft
      </Button>
      <Button small look="secondary" name="intent" value="preview">
        Save and preview
      </Button>
      {isDraft ? (
        <Confirmed label="Discard draft" question="Its arrangement is lost. Readers see what they see now.">
          <Button small look="danger" name="intent" value="discard" formNoValidate>
            Discard now
          </Button>
        </Confirmed>
      ) : null}
      <div className="basis-full empty:hidden has-[>[hidden]:only-child]:hidden">{children}</div>
    </div>
  )
}
