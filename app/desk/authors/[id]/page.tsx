import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { WhoseProfile } from "@/components/authors/author-list"
import { MergeTargetForm } from "@/components/authors/merge-target-form"
import { ProfileForm } from "@/components/authors/profile-form"
import { ConfirmedDeleteForm } from "@/components/desk/confirmed-delete-form"
import { DoneNote } from "@/components/desk/done-note"
import { Panel } from "@/components/desk/panel"
import { WayBack } from "@/components/desk/way-back"
import { requireStaff } from "@/lib/auth/viewer"
import { authorSearch } from "@/lib/authors/input"
import { whyNotDelete } from "@/lib/authors/policy"
import { getProfile, listMergeTargets, mostAuthorsListed } from "@/lib/authors/queries"
import { storyCount } from "@/lib/authors/story-count"
import { listPortraitChoices } from "@/lib/media/portrait-choices"
import { rowNumber } from "@/lib/text/row-number"
import { deleteGuestAction, saveProfileAction } from "../actions"

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Author" }

export default async function AuthorPage({ params, searchParams }: Props) {
  const staff = await requireStaff("profiles.manage")
  const id = rowNumber.safeParse((await params).id)
  const profile = id.success ? await getProfile(staff, id.data) : null
  if (!profile) notFound()
  const query = await searchParams
  const { q: search = "" } = authorSearch.parse(query)
  const [targets, choices] = await Promise.all([
    listMergeTargets(staff, profile.id, search),
    listPortraitChoices(staff),
  ])
  return (
    <div className="panels-beside flex flex-col gap-8">
      <header className="[overflow-wrap:anywhere]">
        <WayBack ways={[{ href: "/desk/authors", label: "Authors" }]} />
        <h1 className="font-headline text-3xl">
          <bdi>{profile.name}</bdi>
        </h1>
        <p className="mt-1 text-sm text-ink-soft">
          <WhoseProfile author={profile} /> · {storyCount(profile.stories)}
        </p>
      </header>
      {query.merged ? <DoneNote>Profiles merged. The old addresses now lead here.</DoneNote> : null}
      <Panel title="Profile">
        <ProfileForm action={saveProfileAction} profile={profile} choices={choices} withAddress>
          {profile.isKnown ? <a href={`/authors/${profile.slug}`}>View author’s page</a> : null}
        </ProfileForm>
      </Panel>
      {profile.kind === "publication" ? null : (
        <div id="merge" className="scroll-mt-4">
          <Panel title="Merge">
            <MergeTargetForm
              author={profile.id}
              targets={targets}
              search={search}
              areMore={targets.length === mostAuthorsListed}
            />
          </Panel>
        </div>
      )}
      {whyNotDelete(profile) === null ? (
        <Panel title="Delete">
          <div className="mt-3">
            <ConfirmedDeleteForm
              action={deleteGuestAction}
              deleted={{ author: profile.id, version: profile.version }}
              label="Delete this guest"
              question="No story credits them. The profile cannot be restored."
            />
          </div>
        </Panel>
      ) : null}
    </div>
  )
}
