import { redirect } from "next/navigation";
import { isFirstRun } from "#lib/api/setup.ts";
import { SetupForm } from "./_parts/setup-form.tsx";

/** The first run: makes the first administrator. Afterwards this page leads to the sign-in page. */
export default async function SetupPage() {
  if (!(await isFirstRun())) redirect("/sign-in");
  return <SetupForm />;
}
