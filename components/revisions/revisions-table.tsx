import { When } from "@/components/moderation/when"
import { RevisionForms } from "@/components/revisions/revision-forms"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { kindWords } from "@/lib/posts/revisions/labels"
import type { ListedRevision, VersionedStory } from "@/lib/posts/revisions/queries"

type Props = {
  story: VersionedStory
  revisions: ListedRevision[]
  mayChange: boolean
  actions: { restore: FormAction; name: FormAction }
}

const compareForm = "compare"

/** Versions in rows, any two of which can be compared. */
export function RevisionsTable({ story, revisions, mayChange, actions }: Props) {
  return (
    <>
      <form
        id={compareForm}
        action={`/desk/posts/${story.id}/revisions/compare`}
        className="mt-4 flex flex-wrap items-center gap-3"
      >
        <p className="text-sm text-ink-soft">Choose an older and a newer version of two rows.</p>
        <Button look="secondary" small>
          Compare
        </Button>
      </form>
      <ol className="mt-4">
        {revisions.map((revision, at) => (
          <li
            key={revision.id}
            className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-rule py-3 text-sm"
          >
            <Choices revision={revision} from={at === Math.min(1, revisions.length - 1)} to={at === 0} />
            <Description story={story} revision={revision} />
            {mayChange ? (
              <RevisionForms
                storyId={story.id}
                revision={{ id: revision.id, name: revision.name }}
                isNewest={revision.id === story.workingRevisionId}
                actions={actions}
              />
            ) : null}
          </li>
        ))}
      </ol>
    </>
  )
}

type ChoiceProps = { revision: ListedRevision; from: boolean; to: boolean }

function Choices({ revision: { id, kind, savedAt }, from, to }: ChoiceProps) {
  const choice = (name: string, label: string, checked: boolean) => (
    <label className="flex items-center gap-1.5 pointer-coarse:min-h-11">
      <input
        type="radio"
        form={compareForm}
        name={name}
        value={id}
        defaultChecked={checked}
        className="size-4 accent-accent"
      />
      {label}
    </label>
  )
  return (
    <fieldset className="flex gap-3">
      <legend className="sr-only">
        Compare: {kindWords[kind]} <When date={savedAt} withSeconds />
      </legend>
      {choice("from", "Older", from)}
      {choice("to", "Newer", to)}
    </fieldset>
  )
}

function Description({ story, revision }: { story: VersionedStory; revision: ListedRevision }) {
  const { id, kind, name, by, savedAt, publicFrom, publicUntil, title, words } = revision
  return (
    <div className="min-w-0 grow basis-72 wrap-anywhere">
      <p>
        <a
          href={`/desk/posts/${story.id}/revisions/compare?to=${id}`}
          className="font-semibold text-ink underline decoration-edge underline-offset-2"
        >
          {kindWords[kind]} <When date={savedAt} withSeconds />
        </a>
        {by ? (
          <>
            {" "}
            by <bdi>{by}</bdi>
          </>
        ) : null}
      </p>
      {name ? (
        <p dir="auto" className="font-semibold">
          {name}
        </p>
      ) : null}
      <p className="text-ink-soft">
        <bdi>{title || "Untitled"}</bdi> · {words.toLocaleString("en")} {words === 1 ? "word" : "words"}
      </p>
      <p className="text-ink-soft">
        {id === story.liveRevisionId ? (
          <strong className="text-ink">Readers see this version</strong>
        ) : publicFrom && publicUntil ? (
          <>
            Public from <When date={publicFrom} /> until <When date={publicUntil} />
          </>
        ) : id === story.workingRevisionId && story.status === "published" ? (
          <strong className="text-ink">Newest words; readers do not see them yet</strong>
        ) : null}
      </p>
    </div>
  )
}
