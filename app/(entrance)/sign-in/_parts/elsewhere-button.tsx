"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { leave } from "#components/form/elsewhere-requests.ts";
import type { SignInFailure } from "#components/form/session-requests.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

interface Props {
  /** What people call the provider. */
  readonly provider: string;
  /** Where to go after signing in: a path on this site. */
  readonly to: string;
  /** Called when the browser stays here, and with null before it leaves. */
  readonly onFailure: (failure: SignInFailure | null) => void;
}

/** Leads to the provider that is asked in place of the password. */
export function ElsewhereButton({ provider, to, onFailure }: Props) {
  const t = useTranslator("entrance");
  const [busy, setBusy] = useState(false);

  async function go(): Promise<void> {
    setBusy(true);
    onFailure(null);
    const failure = await leave({ to });
    if (failure === null) return; // still busy: the browser is on its way
    setBusy(false);
    onFailure(failure);
  }

  return (
    <Button variant="default" loading={busy} onClick={() => void go()}>
      <span>{t.rich("elsewhere.button", { name: provider, bdi: isolated })}</span>
    </Button>
  );
}

const isolated = (chunks: ReactNode): ReactNode => <bdi>{chunks}</bdi>;
