import type { StoryFields } from "@/components/editor/story-fields"
import { Select } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"
import { commentModes, modeWords } from "@/lib/settings/comment-modes"

type Props = {
  fields: Pick<StoryFields, "commentMode" | "offFrontPage">
  /** Whether this person decides about the front page. */
  mayArrange: boolean
  state: FormState
}

/** Who may comment, and whether the front page shows it. */
export function AudienceFields({ fields, mayArrange, state }: Props) {
  return (
    <>
      {/* Tells a mode that was chosen here from one that was only left as it was. */}
      <input type="text" hidden name="commentModeSeen" defaultValue={fields.commentMode} />
      <Select name="commentMode" label="Comments" defaultValue={fields.commentMode} state={state}>
        <option value="">The site&rsquo;s setting</option>
        {commentModes.map((mode) => (
          <option key={mode} value={mode}>
            {modeWords[mode]}
          </option>
        ))}
      </Select>
      {mayArrange ? (
        <Select name="offFrontPage" label="Front page" defaultValue={fields.offFrontPage} state={state}>
          <option value="">With the others, by date</option>
          <option value="on">Keep off the front page</option>
        </Select>
      ) : null}
    </>
  )
}
