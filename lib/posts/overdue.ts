/** Why a scheduled story whose time has come is not out. */
export type OverdueCause = "scheduler" | "embargo" | "late"

export const overdueWords: Record<OverdueCause, string> = {
  scheduler: "Overdue: its scheduler may not publish any more",
  embargo: "Overdue: it is embargoed",
  late: "Overdue: the work in the background is late",
}
