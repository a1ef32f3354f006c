import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"

type Props = { storyId: number; at: string | undefined; found: number | null; timeZone: string }

/** Asks what readers saw of the story at some moment, and answers. */
export function PublicAt({ storyId, at, found, timeZone }: Props) {
  return (
    <section aria-labelledby="public-at" className="mt-10 border-t border-rule pt-3">
      <h2 id="public-at" className="font-ui text-base font-bold">
        What did readers see?
      </h2>
      <form
        action={`/desk/posts/${storyId}/revisions#public-at`}
        className="mt-2 flex flex-wrap items-end gap-3"
      >
        <Field
          name="at"
          label="At this moment"
          hint={`In the time of ${timeZone.replaceAll("_", " ")}.`}
          type="datetime-local"
          defaultValue={at}
          required
        />
        <Button look="secondary">Look up</Button>
      </form>
      {at ? (
        <p role="status" className="mt-3">
          {found ? (
            <>
              At that moment readers saw{" "}
              <a
                href={`/desk/posts/${storyId}/revisions/compare?to=${found}`}
                className="text-accent underline underline-offset-2"
              >
                this version
              </a>
              .
            </>
          ) : (
            "At that moment readers saw nothing of this story, or it is not known what."
          )}
        </p>
      ) : null}
    </section>
  )
}
