/** The row of a message that was sent, or failed for good, is kept so long: longer than messages of a mailbox are counted. */
export const deliveryDays = 35
