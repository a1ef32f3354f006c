import { RevisionChoices } from "@/components/revisions/revision-choices"
import { RevisionDescription } from "@/components/revisions/revision-description"
import { RevisionForms } from "@/components/revisions/revision-forms"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
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
        <p className="text-sm text-ink-soft">Choose two versions to compare: an older one and a newer one.</p>
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
            <RevisionChoices
              revision={revision}
              form={compareForm}
              from={at === Math.min(1, revisions.length - 1)}
              to={at === 0}
            />
            <RevisionDescription story={story} revision={revision} />
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
