import { useId } from "react"
import type { FormState } from "@/lib/form-state"
import { ReplacedTags } from "./replaced-tags"
import { Suggestions } from "./suggestions"
import { TagChips } from "./tag-chips"
import { onChipKey, useCompletion } from "./use-completion"
import { useTags } from "./use-tags"

type Props = { tags: string; known: readonly string[]; state: FormState }

/** A story's tags as chips, and a line that completes the next one from those that there are. Before scripts run, a line with commas. */
export function TagField({ tags: value, known, state }: Props) {
  const id = useId()
  const tags = useTags(known)
  const { offered, active, add, on, hand } = useCompletion(tags, known)
  const error = state.status === "refused" ? state.errors.tags : undefined
  const hasChips = tags.chosen !== null
  const combobox = hasChips
    ? ({
        role: "combobox",
        "aria-autocomplete": "list",
        "aria-expanded": offered.length > 0,
        "aria-controls": offered.length > 0 ? `${id}list` : undefined,
        "aria-activedescendant": offered[active] === undefined ? undefined : `${id}list${active}`,
        ...on,
      } as const)
    : { name: "tags" }
  return (
    <div className="flex flex-col gap-1.5" {...hand}>
      <label htmlFor={id} className="font-ui text-sm font-semibold text-ink">
        Tags
      </label>
      <p id={`${id}hint`} className="font-ui text-sm text-ink-soft">
        Separate with commas. The first one is shown above the title.
      </p>
      <input
        ref={tags.refs.field}
        type="text"
        hidden
        name={hasChips ? "tags" : undefined}
        defaultValue={value}
      />
      <div className="relative">
        <div className="flex min-h-11 flex-wrap items-center gap-1 rounded-sm border border-edge bg-field px-1.5 py-1 focus-within:border-accent has-aria-invalid:border-danger has-[input:focus-visible]:outline-3 outline-offset-2 outline-accent">
          <TagChips
            names={tags.chosen ?? []}
            listRef={tags.refs.chips}
            onRemove={tags.remove}
            onKeyDown={(event, at) => onChipKey(event, at, tags)}
          />
          <input
            id={id}
            ref={tags.refs.line}
            defaultValue={value}
            dir="auto"
            autoComplete="off"
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}hint ${id}error` : `${id}hint`}
            {...combobox}
            className="min-h-8 min-w-24 grow basis-24 bg-transparent px-1.5 font-ui text-base text-ink focus-visible:outline-none"
          />
        </div>
        <Suggestions id={`${id}list`} names={offered} active={active} onPick={add} />
      </div>
      <p role="status" className="sr-only">
        {tags.said}
      </p>
      <ReplacedTags names={tags.replaced} onKeep={tags.keepReplaced} />
      {error ? (
        <p id={`${id}error`} className="font-ui text-sm font-semibold text-danger">
          {error}
        </p>
      ) : null}
    </div>
  )
}
