"use client"

import { useRouter } from "next/navigation"
import { UploadForm } from "@/components/media/upload-form"

/**
 * The library's own upload; the list below it shows the pictures once all have arrived. Not each: a refresh that fails
 * without a network loads the page again, and what still waits would be lost.
 */
export function UploadPanel() {
  const { refresh } = useRouter()
  return <UploadForm onSettled={refresh} />
}
