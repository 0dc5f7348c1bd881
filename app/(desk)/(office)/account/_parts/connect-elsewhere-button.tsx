"use client";

import { Button, Modal } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { SignInProblem } from "#components/entrance/sign-in-problem.tsx";
import { leave } from "#components/form/elsewhere-requests.ts";
import { postJson } from "#components/form/post-json.ts";
import type { SignInFailure } from "#components/form/session-requests.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

/** Leads to the provider, and back with who one is there. */
export function ConnectElsewhereButton({ provider }: { provider: string }) {
  const t = useTranslator("account");
  const common = useTranslator("common");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SignInFailure | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const label = t.rich("elsewhere.connect", { name: provider, bdi: isolated });

  async function go(): Promise<void> {
    setBusy(true);
    const answer = await postJson("/api/v1/ask/identity.offer", { input: {} });
    // Guarantee: the query answers so (lib/identities/queries/offer-identity.ts).
    const why = answer.ok ? await leave(answer.result as { offer: string }) : null;
    if (answer.ok && why === null) return; // still busy: the browser is on its way
    setBusy(false);
    setFailure(why);
    setProblem(answer.ok ? null : answer.problem);
  }

  function close(): void {
    setFailure(null);
    setProblem(null);
  }

  return (
    <>
      <Button variant="default" size="xs" loading={busy} onClick={() => void go()}>
        <span>{label}</span>
      </Button>
      <Modal
        opened={failure !== null || problem !== null}
        onClose={close}
        title={label}
        closeButtonProps={{ "aria-label": common("close") }}
      >
        <SignInProblem failure={failure} />
        {problem === null ? null : <ProblemAlert problem={problem} />}
      </Modal>
    </>
  );
}

const isolated = (chunks: ReactNode): ReactNode => <bdi>{chunks}</bdi>;
