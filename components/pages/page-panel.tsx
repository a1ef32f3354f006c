import { AddressField } from "@/components/editor/address-field"
import type { PageFields } from "@/components/pages/page-fields"
import { Select, TextArea } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"
import { pageLimits } from "@/lib/pages/limits"

type Props = {
  fields: PageFields
  parents: { id: string; title: string }[]
  purposes: { purpose: string; label: string }[]
  errors: Record<string, string>
  /** The address as it stands, and whether readers know it. */
  address: { slug: string; isKnown: boolean } | null
}

/** What belongs to a page beside its text. */
export function PagePanel({ fields, parents, purposes, errors, address }: Props) {
  const state: FormState = { status: "refused", errors, values: {} }
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-3 text-base font-bold">Page details</legend>
      <Select name="parentId" label="Parent page" defaultValue={fields.parentId} state={state}>
        <option value="">None</option>
        {parents.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
      <AddressField slug={fields.slug} address={address} state={state} />
      <Select
        name="purpose"
        label="Purpose"
        hint="The site links to some pages itself: readers who comment see a link to the house rules."
        defaultValue={fields.purpose}
        state={state}
      >
        <option value="">None</option>
        {purposes.map(({ purpose, label }) => (
          <option key={purpose} value={purpose}>
            {label}
          </option>
        ))}
      </Select>
      <TextArea
        name="description"
        label="Description"
        hint="For search engines and links elsewhere. Leave empty to use how the page begins."
        defaultValue={fields.description}
        maxLength={pageLimits.description}
        rows={3}
        state={state}
      />
    </fieldset>
  )
}
