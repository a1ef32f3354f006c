/** Whether a text could be a slug at all, so that no other text travels to the database. */
export function isSlug(text: string): boolean {
  return text.length <= 200 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}
