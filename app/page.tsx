import { redirect } from "next/navigation";

/** The address alone leads to the person's cases, and from there to the sign-in page without a session. */
export default function StartPage() {
  redirect("/cases");
}
