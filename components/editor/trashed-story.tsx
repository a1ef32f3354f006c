import type { ReactNode } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button, buttonClass } from "@/components/ui/button"

type Props = {
  story: { id: number; title: string }
  /** Null for those who cannot restore it. */
  action: ((form: FormData) => Promise<void>) | null
  children: ReactNode
}

/** A story in the trash: it can be read and restored, not written. */
export function TrashedStory({ story, action, children }: Props) {
  return (
    <div className="max-w-measure">
      <h1 className="mt-3 text-3xl" dir="auto">
        {story.title || "Untitled"}
      </h1>
      <p className="mt-3 text-ink-soft">
        This story is in the trash. Restore it to write on, submit or publish it.
      </p>
      <div className="mt-5 flex flex-wrap gap-2">
        {action ? (
          <DeskForm action={action}>
            <input type="hidden" name="id" value={story.id} />
            <Button small name="act" value="restore">
              Restore
            </Button>
          </DeskForm>
        ) : null}
        <a
          href={`/desk/posts/${story.id}/preview`}
          className={buttonClass({ look: "secondary", small: true })}
        >
          Preview
        </a>
        <a href="/desk/posts?shelf=trash" className={buttonClass({ look: "quiet", small: true })}>
          Trash
        </a>
      </div>
      {children}
    </div>
  )
}
