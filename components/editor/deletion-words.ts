/** When a story in the trash is deleted, in words. One that readers knew is deleted by a person alone. */
export function deletionWords(days: number, wasPublic: boolean): string {
  if (wasPublic) return "was published; kept until an editor deletes it"
  if (days === 0) return "will be deleted tonight"
  return days === 1 ? "will be deleted in 1 day" : `will be deleted in ${days} days`
}
