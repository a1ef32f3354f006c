/** An open page says so this often, in seconds; one that has said nothing for three times as long counts as closed. */
export const presenceSeconds = { renewal: 20, lease: 60 }

/** Of one person; the oldest gives way. */
export const mostOpenTabs = 20
