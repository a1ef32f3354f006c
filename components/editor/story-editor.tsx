"use client"

import type { JSONContent } from "@tiptap/core"
import { EditorContent } from "@tiptap/react"
import { type MouseEvent, type ReactNode, useRef, useState } from "react"
import { useLeaveGuard } from "@/components/desk/use-leave-guard"
import { ActionBar } from "@/components/editor/action-bar"
import { bodyErrorId, useBodyEditor } from "@/components/editor/body-editor"
import { insertPictures } from "@/components/editor/pictures/commands"
import { PicturesContext } from "@/components/editor/pictures/context"
import { KnownPictures } from "@/components/editor/pictures/known-pictures"
import { LostPictures } from "@/components/editor/pictures/lost-pictures"
import { useUploads } from "@/components/editor/pictures/use-uploads"
import { RestoreDialog } from "@/components/editor/restore-dialog"
import { SaveNotice } from "@/components/editor/save-notice"
import type { Wish } from "@/components/editor/saving-state"
import { SettingsPanel, type StoryFields } from "@/components/editor/settings-panel"
import { ShortcutList } from "@/components/editor/shortcut-list"
import type { StoryActions } from "@/components/editor/story-sender"
import { textFields } from "@/components/editor/text-fields"
import { Toolbar } from "@/components/editor/toolbar"
import { useKeptText } from "@/components/editor/use-kept-text"
import { useSaveKey } from "@/components/editor/use-save-key"
import { useSaver } from "@/components/editor/use-saver"
import { WordCount } from "@/components/editor/word-count"
import { WritingField } from "@/components/editor/writing-field"
import { MediaPicker } from "@/components/media/media-picker"
import { UploadList } from "@/components/media/upload-list"
import { pictureLimits } from "@/lib/documents/limits"
import type { Picture } from "@/lib/media/types"
import { postLimits } from "@/lib/posts/limits"
import type { HeldStory } from "@/lib/posts/save-answer"
import "./editor.css"

type Props = {
  staffId: number
  mayPublish: boolean
  story: HeldStory | null
  /** Whether readers have known the story's address. */
  wasPublished: boolean
  fields: StoryFields
  body: JSONContent
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
  pictures,
  history,
  children,
  ...props
}: Props) {
  const form = useRef<HTMLFormElement>(null)
  const toolbar = useRef<HTMLDivElement>(null)
  const [linkOpen, setLinkOpen] = useState(false)
  const [pickerOpen, setPickerOpen] = useState(false)
  const [lostPictures, setLostPictures] = useState(0)
  const [library] = useState(() => new KnownPictures(pictures))
  const editor = useBodyEditor({
    content: body,
    onChange: () => saver.touch("body"),
    onLink: () => setLinkOpen(true),
    onToolbar: () => toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
    onFiles: (files, at) => take(files, at),
    onLostPictures: setLostPictures,
  })
  const { uploads, rows, take } = useUploads(editor, library)
  const { saver, view } = useSaver({ ...props, staffId, form, editor })
  const { kept, restore, drop } = useKeptText({ staffId, story: props.story, form, editor, saver })
  useLeaveGuard(() => view.dirty || uploads.busy, { reload: true })

  const errors = view.state.phase === "refused" ? view.state.errors : {}
  // What looks into the editor begins anew with it: it would look at nothing until the next key.
  const alive = editor ? "alive" : "waiting"
  const known = props.wasPublished || view.story?.status === "published"

  async function onWish(wish: Wish) {
    if (wish === "unpublish" && !window.confirm("Unpublish this story? Readers will no longer find it."))
      return
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
    <form
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
          onAddPicture={() => setPickerOpen(true)}
        />
        <UploadList rows={rows} uploads={uploads} />
        <LostPictures count={lostPictures} onClose={() => setLostPictures(0)} />
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
            <PicturesContext value={library}>
              {editor ? <EditorContent editor={editor} /> : children}
            </PicturesContext>
          </div>
        </div>
        <div className="writing-aside">
          <SettingsPanel
            fields={fields}
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
      {pickerOpen && editor ? (
        <MediaPicker
          most={pictureLimits.gallery}
          onClose={() => setPickerOpen(false)}
          onChoose={(pictures, asGallery) => {
            setPickerOpen(false)
            for (const picture of pictures) library.put(picture.id, picture)
            insertPictures(editor, pictures, asGallery)
            editor.view.focus()
          }}
        />
      ) : null}
      {kept ? <RestoreDialog kept={kept} onRestore={restore} onDrop={drop} /> : null}
    </form>
  )
}

/** The text reports its own changes, so that a selection or a key without effect is none. */
function isField(target: EventTarget): target is HTMLElement & { name: string } {
  return target instanceof HTMLElement && "name" in target
}

function focusFirstError(form: HTMLFormElement | null): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
  if (field) field.focus()
  else if (document.getElementById(bodyErrorId)?.textContent) {
    form?.querySelector<HTMLElement>('[contenteditable="true"]')?.focus()
  }
}
