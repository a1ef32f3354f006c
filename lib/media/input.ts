import { z } from "zod"
import type { Parsed } from "@/lib/form-state"
import { mediaLimits } from "@/lib/media/limits"
import { formSchema, parseForm, parseTicked } from "@/lib/parse-form"
import { rowNumber, rowNumberOrNull } from "@/lib/text/row-number"
import { oneLine } from "@/lib/text/storable"

const line = (max: number, sentence: string) =>
  z.string().transform(oneLine).pipe(z.string().max(max, sentence)).default("")

const tooLong = {
  alt: "The alt text is too long; 500 characters at most.",
  caption: "The caption is too long; 1,000 characters at most.",
  credit: "The credit is too long; 300 characters at most.",
  licence: "The licence is too long; 300 characters at most.",
}

/** Per cent of the width or height, as a slider sends it; the table counts thousandths. */
const focus = z
  .string()
  .regex(/^\d{1,3}(\.\d)?$/, "Choose a number from 0 to 100.")
  .transform((text) => Math.round(Number(text) * 10))
  .pipe(z.number().max(1000, "Choose a number from 0 to 100."))
  .default(500)

const details = formSchema(
  z.object({
    id: rowNumber,
    version: rowNumber,
    alt: line(mediaLimits.alt, tooLong.alt),
    decorative: z
      .string()
      .optional()
      .transform((value) => value !== undefined && value !== ""),
    caption: line(mediaLimits.caption, tooLong.caption),
    credit: line(mediaLimits.credit, tooLong.credit),
    licence: line(mediaLimits.licence, tooLong.licence),
    focusX: focus,
    focusY: focus,
  }),
  {
    id: 20,
    version: 20,
    alt: { bytes: 8 * mediaLimits.alt, tooLong: tooLong.alt },
    decorative: 10,
    caption: { bytes: 8 * mediaLimits.caption, tooLong: tooLong.caption },
    credit: { bytes: 8 * mediaLimits.credit, tooLong: tooLong.credit },
    licence: { bytes: 8 * mediaLimits.licence, tooLong: tooLong.licence },
    focusX: 10,
    focusY: 10,
  },
)

export type MediaDetails = z.output<typeof details.schema>

/** What is kept with a picture, as its form sends it. */
export function parseDetails(form: unknown): Parsed<MediaDetails> {
  return parseForm(details, form)
}

const mostChosen = 60

const chosen = formSchema(
  z.object({
    id: z
      .string()
      .transform((list) => [...new Set(list.split(",").filter(Boolean))])
      .pipe(z.array(rowNumber).max(mostChosen)),
  }),
  { id: 20 * mostChosen },
)

/** Which pictures a form chose by their boxes; none where it names what is no picture. */
export function chosenIds(form: unknown): number[] {
  const parsed = parseTicked(chosen, "id", form)
  return parsed.ok ? parsed.value.id : []
}

const one = formSchema(z.object({ id: rowNumber }), { id: 20 })

/** The picture that a form is about; null where it names none. */
export function pictureOf(form: unknown): number | null {
  const parsed = parseForm(one, form)
  return parsed.ok ? parsed.value.id : null
}

const remote = formSchema(z.object({ address: z.string().min(1) }), { address: 4000 })

/** The address of a picture on another site; whether it may be asked for, the fetch decides. */
export function parseRemoteAddress(form: unknown): Parsed<string> {
  const parsed = parseForm(remote, form)
  return parsed.ok ? { ok: true, value: parsed.value.address } : parsed
}

const sitePicture = formSchema(
  z.object({ place: z.enum(["logo", "social"]), picture: rowNumberOrNull.default(null) }),
  { place: 20, picture: 20 },
)

/** A picture for the publication itself; none where it is to have none. */
export function parseSitePicture(form: unknown): Parsed<z.output<typeof sitePicture.schema>> {
  return parseForm(sitePicture, form)
}
