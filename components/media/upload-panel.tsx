"use client"

import { useRouter } from "next/navigation"
import { UploadForm } from "@/components/media/upload-form"
import { acceptedTypes } from "@/lib/media/limits"

/** The library's own upload; the list below it shows each picture once it is there. */
export function UploadPanel() {
  const router = useRouter()
  return <UploadForm accept={acceptedTypes} onDone={() => router.refresh()} />
}
