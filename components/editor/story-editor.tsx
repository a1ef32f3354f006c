"use client"

import type { JSONContent } from "@tiptap/core"
import { EditorContent } from "@tiptap/react"
import { type MouseEvent, type ReactNode, useRef, useState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { useLeaveGuard } from "@/components/desk/use-leave-guard"
import { ActionBar } from "@/components/editor/action-bar"
import { bodyErrorId, useBodyEditor } from "@/components/editor/body-editor"
import { PicturesContext } from "@/components/editor/pictures/context"
import { usePictures } from "@/components/editor/pictures/use-pictures"
import { RestoreDialog } from "@/components/editor/restore-dialog"
import { SaveNotice } from "@/components/editor/save-notice"
import type { Wish } from "@/components/editor/saving-state"
import { SettingsPanel, type StoryFields } from "@/components/editor/settings-panel"
import { ShortcutList } from "@/components/editor/shortcut-list"
import type { StoryActions } from "@/components/editor/story-sender"
import { Toolbar } from "@/components/editor/toolbar"
import { useKeptText } from "@/components/editor/use-kept-text"
import { useSaveKey } from "@/components/editor/use-save-key"
import { useSaver } from "@/components/editor/use-saver"
import { WordCount } from "@/components/editor/word-count"
import { WritingField } from "@/components/editor/writing-field"
import type { Picture } from "@/lib/media/types"
import { postLimits } from "@/lib/posts/limits"
import type { HeldStory } from "@/lib/posts/save-answer"
import "./editor.css"
import "./pictures/pictures.css"

type Props = {
  staffId: number
  mayPublish: boolean
  story: HeldStory | null
  /** Whether readers have known the story's address. */
  wasPublished: boolean
  fields: StoryFields
  body: JSONContent
  lead: Picture | null
  /** Those in the text, by their ids. */
  pictures: Readonly<Record<string, Picture>>
  bylines: { id: string; name: string }[]
  actions: StoryActions
  /** What became of the story so far. */
  history: ReactNode
  /** The text as readers see it, until the editor is there. */
  children: ReactNode
}

/** The writing room: the story as readers will see it, the tools over it, and beside it what belongs to it. */
export function StoryEditor({
  staffId,
  mayPublish,
  bylines,
  fields,
  body,
  lead,
  pictures,
  history,
  children,
  ...props
}: Props) {
  const form = useRef<HTMLFormElement>(null)
  const toolbar = useRef<HTMLDivElement>(null)
  const [linkOpen, setLinkOpen] = useState(false)
  const editor = useBodyEditor({
    content: body,
    onChange: () => saver.touch("body"),
    onLink: () => setLinkOpen(true),
    onToolbar: () => toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
    onFiles: (files, at) => inText.take(files, at),
    onSkippedPictures: (skipped) => inText.skip(skipped),
  })
  const inText = usePictures(editor, pictures)
  const { saver, view } = useSaver({ ...props, staffId, form, editor })
  const { kept, restore, drop } = useKeptText({ staffId, story: props.story, form, editor, saver })
  useLeaveGuard(() => view.dirty || inText.uploads.busy, { reload: true })

  const errors = view.state.phase === "refused" ? view.state.errors : {}
  // What looks into the editor begins anew with it: it would look at nothing until the next key.
  const alive = editor ? "alive" : "waiting"
  const known = props.wasPublished || view.story?.status === "published"

  async function onWish(wish: Wish) {
    if (wish === "unpublish" && !window.confirm("Unpublish this story? Readers will no longer find it."))
      return
    if (wish === "publish" && inText.uploads.busy)
      return saver.refuse({ body: stillUploading }, stillUploading)
    const answer = await saver.save(wish)
    if (answer && !answer.ok) showFirstError()
  }

  const showFirstError = () => requestAnimationFrame(() => focusFirstError(form.current))

  async function onPreview(event: MouseEvent<HTMLAnchorElement>) {
    const { story, dirty } = saver.view()
    if (story && (!dirty || story.status === "published")) return
    event.preventDefault()
    // Opened at once, since a browser lets no window be opened after a wait.
    const opened = window.open("about:blank", story ? `preview-${story.id}` : "_blank")
    const answer = await saver.save("save")
    if (answer?.ok && opened) opened.location.href = `/desk/posts/${answer.story.id}/preview`
    else opened?.close()
  }

  useSaveKey(async () => {
    if (!editor || kept) return
    const answer = await saver.saveByKey()
    if (answer && !answer.ok) showFirstError()
  })

  const enter = (name: string) => form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus()

  return (
    <DeskForm
      ref={form}
      noValidate
      onInput={({ target }) => isField(target) && saver.touch(target.name)}
      onSubmit={(event) => event.preventDefault()}
      className="writing-room"
    >
      <noscript>
        <p className="mt-5 mb-3 border-s-4 border-danger bg-raised px-4 py-3">
          The editor needs JavaScript. Switch it on for this site to write here; you can read the story below.
        </p>
      </noscript>
      <div className="writing-head">
        <ActionBar view={view} ready={editor !== null} {...{ mayPublish, onWish, onPreview }} />
        <Toolbar
          key={alive}
          editor={editor}
          toolbarRef={toolbar}
          linkOpen={linkOpen}
          setLinkOpen={setLinkOpen}
          onAddPicture={inText.openPicker}
        />
        {inText.notices}
        <SaveNotice
          view={view}
          retry={onWish}
          saveOver={(theirs, wish) => void saver.saveOver(theirs, wish)}
          takeTheirs={() => {
            saver.abandon()
            window.location.reload()
          }}
        />
      </div>
      <div className="writing-columns">
        <div className="writing-sheet">
          <WritingField
            name="title"
            label="Title"
            defaultValue={fields.title}
            maxLength={postLimits.title}
            error={errors.title}
            className="text-title"
            onEnter={() => enter("standfirst")}
          />
          <WritingField
            name="standfirst"
            label="Standfirst"
            defaultValue={fields.standfirst}
            maxLength={postLimits.standfirst}
            error={errors.standfirst}
            className="standfirst"
            onEnter={() => {
              // Tiptap's own command waits a frame, and what is typed at once would go into the standfirst.
              editor?.commands.setTextSelection(0)
              editor?.view.focus()
            }}
          />
          <p id={bodyErrorId} className="mt-4 font-ui text-sm font-semibold text-danger">
            {errors.body}
          </p>
          <div id="body" className="mt-5">
            <PicturesContext value={inText.known}>
              {editor ? <EditorContent editor={editor} /> : children}
            </PicturesContext>
          </div>
        </div>
        <div className="writing-aside">
          <SettingsPanel
            fields={fields}
            lead={lead}
            bylines={bylines}
            errors={errors}
            address={view.story ? { slug: view.story.slug, isKnown: known } : null}
          />
          <div className="mt-5 border-t border-rule pt-3">
            <WordCount key={alive} editor={editor} />
          </div>
          {editor ? <ShortcutList /> : null}
          {history}
        </div>
      </div>
      {inText.picker}
      {kept ? <RestoreDialog kept={kept} onRestore={restore} onDrop={drop} /> : null}
    </DeskForm>
  )
}

const stillUploading = "A picture is still uploading. Publish when it is there, or cancel it."

/** The text reports its own changes, so that a selection or a key without effect is none. */
function isField(target: EventTarget): target is HTMLElement & { name: string } {
  return target instanceof HTMLElement && "name" in target
}

function focusFirstError(form: HTMLFormElement | null): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')
  if (field) field.focus()
  else if (document.getElementById(bodyErrorId)?.textContent) {
    const [undescribed, body] = ["#body [data-missing]", '[contenteditable="true"]'].map((one) =>
      form?.querySelector<HTMLElement>(one),
    )
    const target = undescribed ?? body
    target?.focus()
  }
}
