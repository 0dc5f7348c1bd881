"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { type ReactNode, useRef } from "react";
import { Facts } from "#components/ui/facts.tsx";
import { useShownFor } from "#components/ui/use-shown-for.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import { SHOWN_MS } from "#lib/vault/words.ts";

/** What an identity says, as the server answers it (lib/vault/vocabulary.ts). */
export interface OpenedIdentity {
  readonly names: { readonly name: string | null; readonly aliases: readonly string[] } | null;
  readonly contacts: {
    readonly phones: readonly string[];
    readonly emails: readonly string[];
    readonly address: string | null;
  } | null;
  readonly relatives: string | null;
  readonly papers: readonly string[] | null;
  readonly likeness: string | null;
}

/** Who somebody is, for two minutes and no longer than the page is open. */
export function ShownIdentity({ opened, onClose }: { opened: OpenedIdentity; onClose: () => void }) {
  const t = useTranslator("vault");
  const box = useRef<HTMLDivElement>(null);
  const seconds = useShownFor({ ms: SHOWN_MS, onClose, farewell: t("reveal.hidden"), box });
  const { names, contacts, relatives, papers, likeness } = opened;
  const label = (field: string) => t(`fields.${field}.label`);
  return (
    <Stack gap="md" ref={box} tabIndex={-1}>
      <Text>{t("reveal.shown")}</Text>
      <Text role="timer" c="dimmed">
        {t("reveal.left", { count: seconds })}
      </Text>
      <Facts
        items={[
          { label: label("name"), value: text(names?.name ?? null), isUnprinted: true },
          { label: label("aliases"), value: list(names?.aliases), isUnprinted: true },
          { label: label("phones"), value: list(contacts?.phones, "ltr"), isUnprinted: true },
          { label: label("emails"), value: list(contacts?.emails, "ltr"), isUnprinted: true },
          { label: label("address"), value: text(contacts?.address ?? null), isUnprinted: true, wide: true },
          { label: label("relatives"), value: text(relatives), isUnprinted: true, wide: true },
          { label: label("papers"), value: list(papers ?? []), isUnprinted: true },
          { label: label("likeness"), value: text(likeness), isUnprinted: true, wide: true },
        ]}
      />
      <Group>
        <Button variant="default" onClick={onClose}>
          {t("reveal.hide")}
        </Button>
      </Group>
    </Stack>
  );
}

const text = (value: string | null): ReactNode =>
  value === null ? null : (
    <span dir="auto" style={{ whiteSpace: "pre-line" }}>
      {value}
    </span>
  );

function list(values: readonly string[] | undefined, dir: "auto" | "ltr" = "auto"): ReactNode {
  if (values === undefined || values.length === 0) return null;
  return (
    <ul>
      {values.map((value) => (
        <li key={value}>
          <bdi dir={dir}>{value}</bdi>
        </li>
      ))}
    </ul>
  );
}
