import { FileField } from "@/components/media/file-field"
import { Button } from "@/components/ui/button"

type Props = { id: number; version: number }

/** Sends another file for a picture; it works without scripts. */
export function ReplaceForm({ id, version }: Props) {
  return (
    <form
      action={`/desk/media/upload?picture=${id}&version=${version}`}
      method="post"
      encType="multipart/form-data"
      className="flex flex-col items-start gap-3"
    >
      <p className="text-sm text-ink-soft">
        Every page that shows this picture shows the new file at once. Alt text, caption, credit and focus
        stay; check that they still fit. The old file is removed.
      </p>
      <FileField label="New file" />
      <Button look="secondary" small>
        Replace
      </Button>
    </form>
  )
}
