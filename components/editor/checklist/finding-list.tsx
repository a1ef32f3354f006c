import type { CheckFinding } from "@/lib/documents/check-finding"
import { findingWords } from "@/lib/posts/checklist-words"

type Props = { findings: readonly CheckFinding[]; onShow: (finding: CheckFinding, n: number) => void }

/** What has to be looked at, each a way to its place; `n`: how many of the same words come before. */
export function FindingList({ findings, onShow }: Props) {
  return (
    <ul className="mt-1.5 flex max-h-40 flex-col gap-1 overflow-y-auto">
      {findings.map((finding, at) => {
        const isSame = (other: CheckFinding) => other.kind === finding.kind && other.words === finding.words
        const n = findings.slice(0, at).filter(isSame).length
        return (
          <li key={`${finding.kind} ${finding.words} ${n}`}>
            <button
              type="button"
              onClick={() => onShow(finding, n)}
              className="cursor-pointer text-start text-accent underline underline-offset-2 wrap-anywhere pointer-coarse:min-h-11"
            >
              {findingWords(finding)}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
