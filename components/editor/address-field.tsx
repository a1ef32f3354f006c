import { Field } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"

type Props = {
  /** Empty while the address follows the title. */
  slug: string
  /** The address as it stands, and whether readers know it. */
  address: { slug: string; isKnown: boolean } | null
  state: FormState
}

/** The part of the address that is chosen for a story or a page. */
export function AddressField({ slug, address, state }: Props) {
  return (
    <Field
      name="slug"
      label="Address"
      hint={
        address?.isKnown ? "Links to the old address lead to the new one." : "Leave empty to use the title."
      }
      defaultValue={slug}
      placeholder={address?.slug}
      maxLength={longest}
      state={state}
      autoCapitalize="off"
      autoComplete="off"
      spellCheck={false}
      dir="ltr"
    />
  )
}

/** The database keeps no longer one. */
const longest = 200
