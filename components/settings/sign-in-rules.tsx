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
        label="Require a second factor for"
        hint="A passkey, or a code from an authenticator app besides the password. It applies at once: anyone without one is asked to set it up at their next click, and cannot use the desk until they have."
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
      <PasswordAgain to="change this rule" needed={false} state={state} />
    </Group>
  )
}
