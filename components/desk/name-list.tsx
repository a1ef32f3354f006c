import { Fragment } from "react"

/** Names in a row, each in its own direction. */
export function NameList({ names }: { names: readonly string[] }) {
  return names.map((name, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two authors can have one name, and nothing moves
    <Fragment key={at}>
      {at > 0 ? ", " : ""}
      <bdi>{name}</bdi>
    </Fragment>
  ))
}
