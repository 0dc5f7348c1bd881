import { WelcomeForm } from "./_parts/welcome-form.tsx";

/** Where a link leads by which somebody chooses their password. What it opens stands after the `#`, which no server sees. */
export default function WelcomePage() {
  return <WelcomeForm />;
}
