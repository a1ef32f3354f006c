import { parts, type Route, routes } from "../../app/routes.ts"

/** A folder of the site: what is at its own address, and what is below it. */
type Node = { route?: Route; fixed: Map<string, Node>; variable: Variable[] }
type Variable = { spelled: RegExp; node: Node }

const root: Node = { fixed: new Map(), variable: [] }
for (const route of routes) {
  let node = root
  for (const segment of route.pattern.split("/").filter(Boolean)) node = below(node, segment)
  node.route = route
}

/** The route of a decoded path, fixed names before variable ones; null where the site has no page. */
export function findRoute(pathname: string): Route | null {
  return walk(root, pathname === "/" ? [] : pathname.slice(1).split("/"), 0)
}

function walk(node: Node, segments: string[], at: number): Route | null {
  const segment = segments[at]
  if (segment === undefined) return node.route ?? null
  const fixed = node.fixed.get(segment)
  const found = fixed ? walk(fixed, segments, at + 1) : null
  if (found) return found
  for (const { spelled, node: next } of node.variable) {
    if (!spelled.test(segment)) continue
    const deeper = walk(next, segments, at + 1)
    if (deeper) return deeper
  }
  return null
}

function below(node: Node, segment: string): Node {
  const name = /^\[(\w+)\]$/.exec(segment)
  const next: Node = { fixed: new Map(), variable: [] }
  if (!name) {
    const known = node.fixed.get(segment)
    if (!known) node.fixed.set(segment, next)
    return known ?? next
  }
  const spelled = parts[name[1] ?? ""]
  if (!spelled) throw new Error(`app/routes.ts says nothing of how ${segment} is spelled.`)
  const known = node.variable.find((variable) => variable.spelled === spelled)
  if (!known) node.variable.push({ spelled, node: next })
  return known?.node ?? next
}
