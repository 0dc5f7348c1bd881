"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { postJson } from "#components/form/post-json.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import { sayNoticesRead } from "./comment.ts";

type Which = { readonly ids: readonly string[] } | { readonly all: true };

/** Marks notices as read: one, or all. */
export function ReadButton({ which, label }: { which: Which; label: string }) {
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState(false);
  const t = useTranslator("teamwork");
  async function read(): Promise<void> {
    setSending(true);
    const { ok } = await postJson("/api/notices", which);
    setSending(false);
    setFailed(!ok);
    if (!ok) return;
    sayNoticesRead();
    router.refresh();
  }
  return (
    <>
      <Button size="xs" variant="default" loading={sending} onClick={() => void read()}>
        {label}
      </Button>
      <output>{failed ? t("notice.readFailed") : null}</output>
    </>
  );
}

/** The way to what a notice is about; going there reads it. */
export function NoticeLink({
  id,
  href,
  isUnread,
  children,
}: {
  id: string;
  href: string;
  isUnread: boolean;
  children: ReactNode;
}) {
  const read = (): void => {
    if (isUnread) void postJson("/api/notices", { ids: [id] }).then(sayNoticesRead);
  };
  return (
    <Link href={href} prefetch={false} onClick={read}>
      {children}
    </Link>
  );
}
