/** The address of a picture's file. */
export function mediaUrl(key: string, name: string): string {
  return `/media/${key}/${name}`
}
