import type { Metadata } from "next"
import { pageMetadata, showPage } from "../show-page"

type Props = { params: Promise<{ top: string }> }

export const dynamic = "force-dynamic"

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageMetadata((await params).top)
}

/** About, Privacy and other pages without a date. */
export default async function TopPage({ params }: Props) {
  return showPage((await params).top)
}
