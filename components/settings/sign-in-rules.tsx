import { PasswordAgain } from "@/components/desk/password-again"
import { Group } from "@/components/settings/group"
import { Select } from "@/components/ui/field"
import { secondFactorRules, secondFactorRuleWords } from "@/lib/auth/second-factor-rule"
import type { FormState } from "@/lib/form-state"
import type { Settings } from "@/lib/settings/shape"

/** How the staff have to sign in. */
export function SignInRules({ settings, state }: { settings: Settings; state: FormState }) {
  return (
    <Group title="Signing in">
      <Select
        name="secondFactorFor"
        label="Second factor required of"
        hint="A passkey, or a code of an authenticator app beside the password. Who has neither is asked to set one up, and reaches nothing else of the desk until then."
        defaultValue={settings.secondFactorFor}
        state={state}
        className="max-w-md"
      >
        {secondFactorRules.map((rule) => (
          <option key={rule} value={rule}>
            {secondFactorRuleWords[rule]}
          </option>
        ))}
      </Select>
      <PasswordAgain needed={false} state={state} />
    </Group>
  )
}
