import { Group } from "@/components/settings/group"
import { Checkbox } from "@/components/ui/checkbox"
import { Field, Select, TextArea } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"
import { commentModes, modeWords } from "@/lib/settings/comment-modes"
import type { Settings } from "@/lib/settings/shape"
import { wordEntries, wordLimits } from "@/lib/settings/word-entries"

type Props = { settings: Settings; state: FormState }

/** Who may speak, what makes a comment wait, and what readers are told about it. */
export function CommentRules({ settings, state }: Props) {
  return (
    <>
      <Group title="Who may comment">
        <Select
          name="commentMode"
          label="Comments"
          hint="For every story that does not say otherwise. Usually every comment is held."
          defaultValue={settings.commentMode}
          state={state}
        >
          {commentModes.map((mode) => (
            <option key={mode} value={mode}>
              {modeWords[mode]}
            </option>
          ))}
        </Select>
        <NumberField
          name="commentsCloseAfterDays"
          label="Close after days"
          hint="A story takes no more comments so many days after it was published. Usually 0: never."
          most={3650}
          settings={settings}
          state={state}
        />
      </Group>
      <Group title="What makes a comment wait">
        <NumberField
          name="commentLinksHeld"
          label="Links"
          hint="A comment with so many links waits. Usually 2; with 0, links hold nobody up."
          most={100}
          settings={settings}
          state={state}
        />
        <Words
          name="commentWordsHeld"
          label="Words that make a comment wait"
          settings={settings}
          state={state}
        />
        <Words
          name="commentWordsSpam"
          label="Words that make a comment spam"
          settings={settings}
          state={state}
        />
        <Checkbox
          name="commentFilterHolds"
          label="The filter may make comments wait"
          hint="It learns from what is decided here, and always tells what it thinks. Usually it may."
          checked={settings.commentFilterHolds}
          state={state}
        />
      </Group>
      <Group title="What readers do and see">
        <Checkbox
          name="commentsHideReported"
          label="Hide reported comments until a moderator has looked"
          hint="Usually they stay."
          checked={settings.commentsHideReported}
          state={state}
        />
        <NumberField
          name="commentsReportsToHide"
          label="Reports that hide a comment"
          hint="So many people must report it, if reported comments are hidden at all. Usually 3."
          least={2}
          most={50}
          settings={settings}
          state={state}
        />
        <Checkbox
          name="moderationReport"
          label="Show readers how comments are decided"
          hint={
            <>
              The rules in force and counts of what was decided, at <a href="/moderation">/moderation</a>.
              Nobody is named. Usually shown.
            </>
          }
          checked={settings.moderationReport}
          state={state}
        />
      </Group>
    </>
  )
}

type NumberProps = Props & {
  name: "commentsCloseAfterDays" | "commentLinksHeld" | "commentsReportsToHide"
  label: string
  hint: string
  least?: number
  most: number
}

function NumberField({ name, label, hint, least = 0, most, settings, state }: NumberProps) {
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      type="number"
      inputMode="numeric"
      min={least}
      max={most}
      required
      defaultValue={settings[name]}
      state={state}
      className="[&_input]:max-w-32"
    />
  )
}

type WordsProps = Props & { name: "commentWordsHeld" | "commentWordsSpam"; label: string }

function Words({ name, label, settings, state }: WordsProps) {
  const count = wordEntries(settings[name]).length
  return (
    <TextArea
      name={name}
      label={label}
      hint={`One word or phrase a line, whole words only; * stands for any letters, as in casin*. ${
        count === 0 ? "Usually none." : count === 1 ? "1 entry." : `${count} entries.`
      }`}
      defaultValue={settings[name]}
      rows={Math.min(Math.max(count + 1, 4), 14)}
      maxLength={wordLimits.letters + wordLimits.entries}
      spellCheck={false}
      autoCapitalize="off"
      state={state}
    />
  )
}
