import { getSettings } from "@/lib/settings/queries"

export default async function FrontPage() {
  return <h1>{(await getSettings()).publicationName}</h1>
}
