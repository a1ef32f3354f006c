"use client"

import { useRouter } from "next/navigation"
import { UploadForm } from "@/components/media/upload-form"

/** The library's own upload; the list below it shows each picture once it is there. */
export function UploadPanel() {
  const router = useRouter()
  return <UploadForm onDone={() => router.refresh()} />
}
