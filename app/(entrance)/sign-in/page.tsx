import { redirect } from "next/navigation";
import { isFirstRun } from "#lib/api/setup.ts";
import { currentPerson } from "#lib/auth/current-caller.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#lib/imports/demo/accounts.ts";
import { translator } from "#lib/i18n/server.ts";
import { readEnv } from "#lib/platform/env.ts";
import { SignInForm } from "./_parts/sign-in-form.tsx";

export default async function SignInPage() {
  if (await isFirstRun()) redirect("/setup");
  if (await currentPerson()) redirect("/cases");
  const roles = await translator("access");
  const demo = readEnv().demo ? { password: DEMO_PASSWORD, people: demoPeople(roles) } : null;
  return <SignInForm demo={demo} />;
}

function demoPeople(t: (key: string) => string) {
  return DEMO_ACCOUNTS.map(({ name, global, training, coastal }) => ({
    name,
    roles: [
      ...new Set([global, training, coastal].flatMap((role) => (role ? [t(`role.${role}`)] : []))),
    ].join(" · "),
  }));
}
