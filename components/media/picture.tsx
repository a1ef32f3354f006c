import { type PictureLook, pictureContent } from "@/components/media/picture-html"
import type { Picture } from "@/lib/media/types"

type Props = PictureLook & { picture: Omit<Picture, "alt" | "caption" | "credit"> }

/** A picture of the library in its frame, whose size is known before the picture is. */
export function LibraryPicture({ picture, ...look }: Props) {
  const content = pictureContent(picture, look)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the type admits nothing that is not escaped
  return content && <picture dangerouslySetInnerHTML={{ __html: content.toString() }} />
}
