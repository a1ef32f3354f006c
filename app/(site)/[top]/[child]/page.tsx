import type { Metadata } from "next"
import { pageMetadata, showPage } from "../../show-page"

type Props = { params: Promise<{ top: string; child: string }> }

export const dynamic = "force-dynamic"

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageMetadata(await pathFrom(params))
}

/** A page under another one. */
export default async function ChildPage({ params }: Props) {
  return showPage(await pathFrom(params))
}

async function pathFrom(params: Props["params"]): Promise<string> {
  const { top, child } = await params
  return `${top}/${child}`
}
