import { ForbiddenNote } from "@/components/desk/forbidden-note"

/** Inside the desk's shell, so that the person can go on from here. */
export default function DeskForbidden() {
  return <ForbiddenNote />
}
