import type { KnownName } from "@/lib/authors/guests"

/** Somebody has the name already: asks whether this is another person. */
export function NamesakeQuestion({ known }: { known: KnownName }) {
  return (
    <>
      <p className="text-sm">
        <a href={`/desk/authors/${known.id}`} className="text-accent underline underline-offset-2">
          Open the profile of <bdi>{known.name}</bdi>
        </a>
        , or add another person with the same name.
      </p>
      <label className="flex items-center gap-2 text-sm">
        <input type="checkbox" name="another" />
        This is another person
      </label>
    </>
  )
}
