"use client";

import { Button, Checkbox, Modal, Select, Stack, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCut } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { CitedWords } from "#components/ui/bilingual-text.tsx";
import { FoldedExact } from "#components/contradictions/folded-exact.tsx";
import type { SectionSpec } from "#components/form/field-spec.ts";
import { useCommand } from "#components/form/use-command.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { BASES, IDENTIFICATION_BASES, PLAUSIBILITIES } from "#lib/corroboration/words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

export interface CutProps {
  readonly caseId: string;
  readonly testimonyId: string;
  /** Version from which it is cut. */
  readonly number: number;
  readonly paragraphs: readonly Paragraph[];
  /** The fields of what the claim says exactly. */
  readonly exactSections: readonly SectionSpec[];
}

export interface Paragraph {
  readonly number: number;
  readonly original: string;
  readonly translation: string | null;
}

/** Cuts one claim from the text: which paragraphs, what is claimed, how the witness knows. Nothing chosen: the whole text. */
export function StatementCutter(props: CutProps) {
  const t = useTranslator("testimonies");
  const common = useTranslator("common");
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="xs" leftSection={<IconCut size={15} aria-hidden />} onClick={open}>
        {t("cut.action")}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t("cut.action")}
        size="xl"
        closeButtonProps={{ "aria-label": common("close") }}
      >
        {opened ? <CutForm {...props} onDone={close} /> : null}
      </Modal>
    </>
  );
}

interface FormProps extends CutProps {
  /** The very words that were selected, if any. */
  readonly spans?: readonly CitedWords[];
  readonly onDone: () => void;
}

export function CutForm({
  caseId,
  testimonyId,
  number,
  paragraphs,
  exactSections,
  spans = [],
  onDone,
}: FormProps) {
  const t = useTranslator("testimonies");
  const codebook = useTranslator("codebook");
  const router = useRouter();
  const { send, sending } = useCommand("statement.record");
  const [chosen, setChosen] = useState<readonly string[]>(() => [
    ...new Set(spans.map(({ paragraph }) => String(paragraph))),
  ]);
  const [claim, setClaim] = useState("");
  const [basis, setBasis] = useState<string | null>(null);
  const [plausibility, setPlausibility] = useState<string | null>(null);
  const [identification, setIdentification] = useState("none");
  const [exact, setExact] = useState<Readonly<Record<string, unknown>>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const options = (list: string, ids: readonly (string | number)[]) =>
    ids.map((id) => ({ value: String(id), label: codebook(`${list}.${id}.label`) }));

  const withinChosen = spans.filter(({ paragraph }) => chosen.includes(String(paragraph)));

  async function save(): Promise<void> {
    const answer = await send({
      caseId,
      testimonyId,
      testimonyNumber: number,
      mediaId: null,
      figureId: null,
      paragraphs: chosen.length === 0 ? null : chosen.map(Number),
      spans: withinChosen.length === 0 ? null : withinChosen,
      claim,
      basis,
      plausibility: plausibility === null ? null : Number(plausibility),
      identification,
      countBasis: "none",
      mediaRank: null,
      mediaCondition: null,
      showsActItself: null,
      tags: [],
      note: null,
      ...exact,
    });
    if (!answer.ok) return setProblem(answer.problem);
    router.refresh();
    onDone();
  }

  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        {problem === null ? null : <ProblemAlert problem={problem} />}
        {withinChosen.length === 0 ? null : <QuotedWords spans={withinChosen} paragraphs={paragraphs} />}
        <Checkbox.Group
          label={t("cut.paragraphs")}
          description={t("cut.paragraphsHelp")}
          value={[...chosen]}
          onChange={setChosen}
        >
          <Stack gap="xs" mt="xs">
            {paragraphs.map((one) => (
              <Checkbox
                key={one.number}
                value={String(one.number)}
                label={<span dir="auto">{[one.number, one.original.slice(0, 140)].join(". ")}</span>}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Textarea
          label={t("cut.claim")}
          description={t("cut.claimHelp")}
          required
          autosize
          minRows={2}
          dir="auto"
          value={claim}
          onChange={(event) => setClaim(event.currentTarget.value)}
        />
        <Select
          label={t("cut.basis")}
          description={t("cut.basisHelp")}
          required
          data={options("basis", BASES)}
          value={basis}
          onChange={setBasis}
        />
        <Select
          label={t("cut.plausibility")}
          description={t("cut.plausibilityHelp")}
          clearable
          data={options("plausibility", PLAUSIBILITIES)}
          value={plausibility}
          onChange={setPlausibility}
        />
        <Select
          label={t("cut.identification")}
          description={t("cut.identificationHelp")}
          allowDeselect={false}
          data={options("identification", IDENTIFICATION_BASES)}
          value={identification}
          onChange={(value) => setIdentification(value ?? "none")}
        />
        <FoldedExact caseId={caseId} sections={exactSections} problem={problem} onInput={setExact} />
        <Button type="submit" loading={sending}>
          {t("cut.save")}
        </Button>
      </Stack>
    </form>
  );
}

/** The words that the statement is cut from, as they were selected. */
function QuotedWords({
  spans,
  paragraphs,
}: {
  spans: readonly CitedWords[];
  paragraphs: readonly Paragraph[];
}) {
  const t = useTranslator("testimonies");
  return (
    <figure style={{ margin: 0 }}>
      <figcaption>{t("cut.words")}</figcaption>
      {spans.map((span) => {
        const text = paragraphs.find(({ number }) => number === span.paragraph)?.[span.text] ?? "";
        return (
          <blockquote
            key={`${span.paragraph} ${span.text} ${span.from}`}
            dir="auto"
            style={{ margin: "0.25rem 0" }}
          >
            <mark>{text.slice(span.from, span.to)}</mark>
          </blockquote>
        );
      })}
    </figure>
  );
}
