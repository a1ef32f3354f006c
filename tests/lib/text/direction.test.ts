import { expect, test } from "vitest"
import { directionOf, textDirection } from "@/lib/text/direction"

test("a story in Arabic or Hebrew is set from the right, also when it opens with a sign or a number", () => {
  for (const title of ["ساعة الحكايات", "שלום", "«12» ساعة", "… שלום"]) expect(directionOf(title)).toBe("rtl")
  for (const title of ["Hello", "12", "", "Ça va", "日本", "Wenlow ساعة"])
    expect(directionOf(title)).toBe("ltr")
})

test("a publication's language decides which way its frame runs", () => {
  for (const language of ["ar", "ar-EG", "he", "fa", "ur-PK"]) expect(textDirection(language)).toBe("rtl")
  for (const language of ["en", "de-CH", "arn"]) expect(textDirection(language)).toBe("ltr")
})
