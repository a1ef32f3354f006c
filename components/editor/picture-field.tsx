import { type FormEvent, useEffect, useState } from "react"
import { findPictureProblem, isOwnPath } from "@/components/editor/picture-problem"
import { Field } from "@/components/ui/field"
import { postLimits } from "@/lib/posts/limits"

/** The lead picture's address. Once it is typed, the picture is shown, or a sentence says that there is none. */
export function PictureField({ defaultValue, error }: { defaultValue: string; error?: string }) {
  const [address, setAddress] = useState(defaultValue)
  const [problem, setProblem] = useState<string | null>(null)
  const wrong = error ?? problem

  useEffect(() => {
    let wanted = true
    void findPictureProblem(address).then((found) => wanted && setProblem(found))
    return () => {
      wanted = false
    }
  }, [address])

  return (
    <div>
      <Field
        name="picture"
        label="Lead picture"
        hint="The address of a picture on this site."
        defaultValue={defaultValue}
        onInput={withoutOrigin}
        onBlur={(event) => setAddress(event.target.value.trim())}
        maxLength={postLimits.picture}
        state={{ status: "refused", errors: wrong ? { picture: wrong } : {}, values: {} }}
        inputMode="url"
        autoCapitalize="off"
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
      />
      {isOwnPath(address) && !wrong ? (
        // biome-ignore lint/performance/noImgElement: the desk shows it as readers get it
        <img src={address} alt="" className="mt-2 aspect-3/2 w-full rounded-sm bg-raised object-cover" />
      ) : null}
    </div>
  )
}

/** A picture's whole address, as a browser copies it, becomes its path. */
function withoutOrigin({ currentTarget: input }: FormEvent<HTMLInputElement>): void {
  const { origin } = window.location
  if (input.value.startsWith(`${origin}/`)) input.value = input.value.slice(origin.length)
}
