"use client";

import { Button, Stack, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { postJson } from "#components/form/post-json.ts";
import { announce } from "#components/ui/announce.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";
import { MailLink } from "./mail-link.tsx";

interface Shown {
  readonly link: string;
  readonly displayName: string;
  readonly expiresAt: number;
  /** It may go by mail as well. */
  readonly byMail: boolean;
}

/** The link by which somebody chooses their password, to be handed over. */
export function InvitationLink({ invitationId }: { invitationId: string }) {
  const t = useTranslator("accounts");
  const format = useFormats();
  const [found, setFound] = useState<Shown | Problem | null>(null);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    void readLink(invitationId).then(setFound);
  }, [invitationId]);

  if (found === null) return null;
  if (!("link" in found)) return <ProblemAlert problem={found} />;

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Over plain http, as at an onion address, there is no clipboard; and a browser may refuse it.
      field.current?.focus();
      field.current?.select();
      return;
    }
    announce(t("links.copied"));
  }

  return (
    <Stack gap="sm">
      <TextInput
        ref={field}
        label={t("links.link")}
        description={t("links.linkHelp", { name: found.displayName, until: format.instant(found.expiresAt) })}
        value={found.link}
        dir="ltr"
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button variant="default" onClick={() => void copy(found.link)}>
        {t("links.copy")}
      </Button>
      {found.byMail ? <MailLink invitationId={invitationId} /> : null}
    </Stack>
  );
}

async function readLink(invitationId: string): Promise<Shown | Problem> {
  const answer = await postJson("/api/v1/ask/invitation.link", { input: { invitationId } });
  // Guarantee: the query answers so (lib/accounts/queries/read-link.ts).
  return answer.ok ? (answer.result as Shown) : answer.problem;
}
