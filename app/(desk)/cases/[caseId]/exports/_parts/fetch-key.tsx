"use client";

import { Button, Modal } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Fetched, fetchFile } from "#components/form/fetch-file.ts";
import { saveFile } from "#components/form/save-file.ts";
import type { Problem } from "#components/ui/problem.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useTranslator } from "#lib/i18n/client.tsx";

/** Fetches the key to the codes of an export: asked who they are first, where that was too long ago, the person stays on the page. */
export function FetchKey({ exportId, fileName }: { exportId: string; fileName: string }) {
  const t = useTranslator("exports");
  const common = useTranslator("common");
  const router = useRouter();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function fetchKey(): Promise<void> {
    setBusy(true);
    const answer: Fetched = await fetchFile(`/api/exports/${exportId}`);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    saveFile(answer.file, fileName);
    router.refresh();
  }

  return (
    <>
      <Button
        loading={isBusy}
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => void fetchKey()}
      >
        {t("page.download")}
      </Button>
      <Modal
        opened={problem !== null}
        onClose={() => setProblem(null)}
        title={t("page.download")}
        closeButtonProps={{ "aria-label": common("close") }}
      >
        {problem === null ? null : <ProblemAlert problem={problem} />}
      </Modal>
    </>
  );
}
