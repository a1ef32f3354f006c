import { SelectAll } from "@/components/editor/select-all"
import { Confirmed } from "@/components/media/confirmed"
import { Button } from "@/components/ui/button"
import type { BulkAct } from "@/lib/posts/bulk/types"
import type { StoriesAddress } from "@/lib/posts/story-list-url"

type Props = { shelf: StoriesAddress["shelf"]; mayEditAll: boolean; mayPublish: boolean; tags: string[] }

/** What can be done with the stories that are ticked. */
export function StoryBulkBar({ shelf, mayEditAll, mayPublish, tags }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset takes no part in the flex layout of all browsers
    <div
      role="group"
      aria-label="With the selected stories"
      // On a phone it stands under the list until one is ticked: it would take a quarter of the window.
      className="sticky bottom-0 z-20 flex flex-wrap items-center gap-x-2 gap-y-2 border-t border-rule bg-paper py-3 max-md:[form:not(:has(td_:checked))_&]:static"
    >
      <SelectAll name="id" label="Select all on this page" />
      {shelf === "trash" ? <TrashButtons mayDelete={mayEditAll} /> : null}
      {shelf === "archived" ? <Act act="unarchive">Unarchive</Act> : null}
      {shelf === undefined ? (
        <>
          {/* What Enter in the tag's field presses: the first button of a form (HTML, implicit submission). */}
          <button type="submit" name="act" value="tag" className="hidden">
            Add tag
          </button>
          <Act act="archive">Archive</Act>
          <Act act="trash">Move to trash</Act>
          {mayPublish ? (
            <Confirmed label="Withdraw" question="Readers will no longer find the selected stories.">
              <Button look="danger" small name="act" value="unpublish">
                Withdraw now
              </Button>
            </Confirmed>
          ) : null}
          <span className="flex items-center gap-2">
            <input
              name="tag"
              aria-label="Tag to add"
              placeholder="Tag"
              maxLength={100}
              list="bulk-tags"
              autoComplete="off"
              className="min-h-9 w-32 rounded-sm border border-edge bg-paper px-2 text-sm"
            />
            <datalist id="bulk-tags">
              {tags.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
            <Act act="tag">Add tag</Act>
          </span>
        </>
      ) : null}
    </div>
  )
}

function TrashButtons({ mayDelete }: { mayDelete: boolean }) {
  return (
    <>
      <Act act="restore">Restore</Act>
      {mayDelete ? (
        <Confirmed
          label="Delete for good"
          question="The selected stories and all of their versions are deleted. Nothing brings them back."
        >
          <Button look="danger" small name="act" value="delete">
            Delete for good now
          </Button>
        </Confirmed>
      ) : null}
    </>
  )
}

function Act({ act, children }: { act: BulkAct; children: string }) {
  return (
    <Button look="secondary" small name="act" value={act}>
      {children}
    </Button>
  )
}
