/** The pictures that are pasted or dropped as files. */
export function pictureFiles(data: DataTransfer | null): File[] {
  const pictures = [...(data?.files ?? [])].filter(({ type }) => type.startsWith("image/"))
  // Office programs put a picture of the words beside the words.
  return pictures.length > 0 && hasWords(data) ? [] : pictures
}

function hasWords(data: DataTransfer | null): boolean {
  const { body } = new DOMParser().parseFromString(data?.getData("text/html") ?? "", "text/html")
  return body.textContent?.trim() !== ""
}
