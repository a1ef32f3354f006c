import { FirstRun } from "@/components/desk/first-run"
import { PressForm } from "@/components/desk/press-form"
import { SiteHealth } from "@/components/desk/site-health"
import { may, type Staff } from "@/lib/auth/staff"
import { listFirstSteps } from "@/lib/desk/first-run/queries"
import { listOverdueWork } from "@/lib/desk/queries"
import { env } from "@/lib/env"
import { mailServer } from "@/lib/mail/mail-test"
import { lastTestSentence, mailGoes } from "@/lib/mail/messages"
import { getMailTest } from "@/lib/mail/queries"
import { hideFirstStepsAction, lookAtSiteAction, sendTestMailAction } from "./actions"

/** What a new publication still needs, for those who can see to it. */
export async function FirstRunList({ staff }: { staff: Staff }) {
  const steps = await listFirstSteps(staff)
  if (!steps) return null
  const buttons = {
    mail: <TestMail staff={staff} />,
    site: <PressForm action={lookAtSiteAction} label="Look at the site" />,
  }
  return <FirstRun steps={steps} buttons={buttons} hideAction={hideFirstStepsAction} />
}

/** Whether mail is sent and background work is on time, for admins. */
export async function SiteHealthPanel({ staff }: { staff: Staff }) {
  if (!may(staff, "settings.manage")) return null
  const { SMTP_URL, DATA_DIR } = env()
  const [test, overdue] = await Promise.all([getMailTest(staff), listOverdueWork(staff)])
  return (
    <SiteHealth
      mail={mailGoes(mailServer(SMTP_URL), `${DATA_DIR}/mail`)}
      lastTest={test ? lastTestSentence(test) : ""}
      overdue={overdue.length > 0}
    >
      <TestMail staff={staff} />
    </SiteHealth>
  )
}

function TestMail({ staff }: { staff: Staff }) {
  return (
    <PressForm action={sendTestMailAction} label={`Send a test to ${staff.email}`} pendingLabel="Sending …" />
  )
}
