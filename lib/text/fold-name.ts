import { fold } from "@/lib/text/fold"

/** A name as it is compared: folded, and without letters that show nothing and doubled spaces. */
export function foldName(name: string): string {
  return fold(name)
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/\s+/g, " ")
    .trim()
}
