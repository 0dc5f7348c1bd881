import { redirect } from "next/navigation";
import { pathWithin } from "#lib/api/locale.ts";
import { isFirstRun } from "#lib/api/setup.ts";
import { currentPerson } from "#lib/auth/current-caller.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#lib/imports/demo/accounts.ts";
import { translator } from "#lib/i18n/server.ts";
import { readEnv } from "#lib/platform/env.ts";
import { SignInForm } from "./_parts/sign-in-form.tsx";

interface Props {
  searchParams: Promise<{ to?: string | string[] }>;
}

/** Signs in and leads to the desk, or back to the page on which the session was found to be over. */
export default async function SignInPage({ searchParams }: Props) {
  if (await isFirstRun()) redirect("/setup");
  const { to } = await searchParams;
  const next = typeof to === "string" ? pathWithin(to, readEnv().url) : "/cases";
  if (await currentPerson()) redirect(next);
  const roles = await translator("access");
  const demo = readEnv().demo ? { password: DEMO_PASSWORD, people: demoPeople(roles) } : null;
  return <SignInForm demo={demo} next={next} provider={readEnv().openId?.name ?? null} />;
}

function demoPeople(t: (key: string) => string) {
  return DEMO_ACCOUNTS.map(({ name, global, training, coastal }) => ({
    name,
    roles: [
      ...new Set([global, training, coastal].flatMap((role) => (role ? [t(`role.${role}`)] : []))),
    ].join(" · "),
  }));
}
