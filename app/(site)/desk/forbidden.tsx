import { ForbiddenNote } from "@/components/desk/forbidden-note"
import "@/app/desk/desk.css"

/** For the pages of the desk that wear the readers' frame. */
export default function PreviewForbidden() {
  return <ForbiddenNote />
}
