import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Panel } from "@/components/desk/panel"
import { DeskForm } from "@/components/desk/rendered-for"
import { WayBack } from "@/components/desk/way-back"
import { Confirmed } from "@/components/media/confirmed"
import { DetailsForm } from "@/components/media/details-form"
import { RefusedUpload } from "@/components/media/refused-upload"
import { ReplaceForm } from "@/components/media/replace-form"
import { TakeDownForm } from "@/components/media/take-down-form"
import { UseList } from "@/components/media/use-list"
import { Moment } from "@/components/site/moment"
import { Button } from "@/components/ui/button"
import { requireStaff } from "@/lib/auth/viewer"
import { detailsRefusal } from "@/lib/media/messages"
import { mayChange, whyNotRewrite } from "@/lib/media/policy"
import { getMedium, listUses } from "@/lib/media/queries"
import { getSettings } from "@/lib/settings/queries"
import { rowNumber } from "@/lib/text/row-number"
import { deleteAction, saveDetailsAction, takeDownAction } from "../actions"

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Picture" }

export default async function PicturePage({ params, searchParams }: Props) {
  const staff = await requireStaff("media.upload")
  const id = rowNumber.safeParse((await params).id)
  const picture = id.success ? await getMedium(staff, id.data) : null
  if (!picture) notFound()
  const [uses, locale] = await Promise.all([listUses(staff, picture.id), getSettings()])
  const mine = mayChange(staff, picture)
  const reason = whyNotRewrite(staff, picture, uses)
  return (
    <div className="flex flex-col gap-6">
      <header>
        <WayBack ways={[{ href: "/desk/media", label: "Media" }]} />
        <h1 className="font-headline text-3xl wrap-anywhere">
          <bdi>{picture.filename}</bdi>
        </h1>
        <p className="mt-1 text-sm text-ink-soft">
          {picture.width} × {picture.height}, {kilobytes(picture.bytes)}. Uploaded by{" "}
          {picture.uploader ?? "somebody"} on <Moment date={picture.createdAt} locale={locale} />.
        </p>
      </header>
      <RefusedUpload query={await searchParams} />
      <DetailsForm
        picture={picture}
        action={saveDetailsAction}
        locked={reason && detailsRefusal({ reason })}
      />
      <Panel title="Where it is used">
        <UseList uses={uses} />
      </Panel>
      {mine ? (
        <Panel title="File">
          <div className="grid gap-6 lg:grid-cols-2">
            {reason ? null : <ReplaceForm id={picture.id} version={picture.version} />}
            <TakeDownForm id={picture.id} action={takeDownAction} />
          </div>
        </Panel>
      ) : null}
      {mine && uses.length === 0 ? (
        <DeskForm action={deleteAction}>
          <input type="hidden" name="id" value={picture.id} />
          <Confirmed label="Delete this picture" question="It cannot be restored.">
            <Button look="danger" small>
              Delete now
            </Button>
          </Confirmed>
        </DeskForm>
      ) : null}
    </div>
  )
}

function kilobytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
