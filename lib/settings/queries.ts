import "server-only"
import { cache } from "react"
import { database } from "@/db/client"
import { settings } from "@/db/schema/settings"
import { readSettings, type Settings } from "@/lib/settings/shape"

/** What staff have set, with defaults for the rest; read once a request. */
export const getSettings = cache(async (): Promise<Settings> => {
  return readSettings(await database().select({ key: settings.key, value: settings.value }).from(settings))
})
