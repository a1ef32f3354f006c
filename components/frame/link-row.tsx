import { Field, Select } from "@/components/ui/field"
import { RowTools } from "@/components/ui/row-tools"
import type { RowValues } from "@/lib/form-rows"
import type { FormState } from "@/lib/form-state"
import { longestLabel } from "@/lib/frame/limits"
import type { TargetGroup } from "@/lib/frame/target-groups"

type Props = {
  number: number
  count: number
  row: RowValues
  state: FormState
  arranged?: string
  groups: TargetGroup[]
}

/** One link: what it leads to, and what it is called where that is not its own name. */
export function LinkRow({ number, count, row, state, arranged, groups }: Props) {
  const { target = "", url = "", label = "" } = row
  return (
    <li className="link-row grid items-end gap-x-4 gap-y-2 border-t border-rule pt-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
      <Select
        name={`target-${number}`}
        label={`Link ${number} leads to`}
        defaultValue={target}
        state={state}
        autoFocus={arranged === `row ${number}`}
      >
        <option value="">Choose…</option>
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.name}
              </option>
            ))}
          </optgroup>
        ))}
        <option value="url">Another address…</option>
      </Select>
      <Field
        name={`label-${number}`}
        label={`Label of link ${number}`}
        defaultValue={label}
        placeholder="Same as the page or tag"
        maxLength={longestLabel}
        autoComplete="off"
        state={state}
      />
      <RowTools number={number} count={count} about={`link ${number}`} arranged={arranged} />
      <Field
        name={`url-${number}`}
        label={`Address of link ${number}`}
        defaultValue={url}
        placeholder="https://"
        maxLength={2000}
        dir="ltr"
        autoCapitalize="off"
        spellCheck={false}
        state={state}
        className="link-address sm:col-span-2"
      />
    </li>
  )
}
