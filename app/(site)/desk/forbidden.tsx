import { ForbiddenNote } from "@/components/desk/forbidden-note"
import "@/app/desk/desk.css"

/** For the pages of the desk that have the readers' layout. */
export default function PreviewForbidden() {
  return <ForbiddenNote />
}
