"use client";

import { Button, Modal, NativeSelect } from "@mantine/core";
import { IconLink, IconTag, IconUserPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { FormOnDemand } from "#components/form/form-on-demand.tsx";
import { ASSIGN_SECTIONS } from "#components/teamwork/assign-sections.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import { type LinkGroup, linkKindSpec } from "#lib/links/words.ts";
import classes from "./bulk.module.css";
import { BulkResult, countsIn } from "./bulk-result.tsx";
import { bulkLinkSections, type BulkSpec, linkChoices, TAG_SECTIONS } from "./bulk-spec.ts";
import type { BulkCounts } from "#lib/bulk/vocabulary.ts";

type Act = "tag" | "assign" | "link";
const ICONS = { tag: IconTag, assign: IconUserPlus, link: IconLink } as const;

interface Props {
  readonly spec: BulkSpec;
  readonly ids: readonly string[];
  readonly onClear: () => void;
}

/** What can be done with the ticked rows, and how many they are. */
export function BulkBar({ spec, ids, onClear }: Props) {
  const t = useTranslator("bulk");
  const common = useTranslator("common");
  const [act, setAct] = useState<Act | null>(null);
  const [counts, setCounts] = useState<BulkCounts | null>(null);
  const close = (): void => {
    setAct(null);
    if (counts !== null) onClear();
    setCounts(null);
  };
  const acts = (["tag", "assign", "link"] as const).filter(
    (one) => spec.may[one] && (one !== "link" || linkChoices(spec.noun).length > 0),
  );
  return (
    <section className={classes.bar} aria-label={t("title")}>
      <output className={classes.count}>{t("chosen", { count: ids.length })}</output>
      {acts.map((one) => {
        const Icon = ICONS[one];
        return (
          <Button
            key={one}
            size="xs"
            variant="default"
            leftSection={<Icon size={16} stroke={1.7} aria-hidden />}
            onClick={() => setAct(one)}
          >
            {t(`act.${one}`)}
          </Button>
        );
      })}
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconX size={16} stroke={1.7} aria-hidden />}
        onClick={onClear}
      >
        {t("clear")}
      </Button>
      <Modal
        opened={act !== null}
        onClose={close}
        size="lg"
        title={act === null ? "" : t(`form.${act}`, { count: ids.length })}
        closeButtonProps={{ "aria-label": common("close") }}
      >
        {act !== null && counts === null ? (
          <BulkForm act={act} spec={spec} ids={ids} onDone={(result) => setCounts(countsIn(result))} />
        ) : null}
        {counts === null ? null : <BulkResult counts={counts} onClose={close} />}
      </Modal>
    </section>
  );
}

interface FormProps {
  readonly act: Act;
  readonly spec: BulkSpec;
  readonly ids: readonly string[];
  readonly onDone: (result: unknown) => void;
}

function BulkForm({ act, spec: { caseId, noun }, ids, onDone }: FormProps) {
  const t = useTranslator("bulk");
  const fixed = { caseId, recordIds: ids };
  const save = t("save", { count: ids.length });
  if (act === "tag")
    return (
      <FormOnDemand
        command="bulk.tag"
        namespace="bulk"
        sections={TAG_SECTIONS}
        fixed={fixed}
        record={{ act: "put" }}
        saveLabel={save}
        onSaved={onDone}
      />
    );
  if (act === "assign")
    return (
      <FormOnDemand
        command="bulk.assign"
        namespace="teamwork"
        under="assignment"
        sections={ASSIGN_SECTIONS}
        fixed={fixed}
        saveLabel={save}
        onSaved={onDone}
      />
    );
  return <BulkLinkForm choices={linkChoices(noun)} fixed={fixed} save={save} onDone={onDone} />;
}

interface LinkFormProps {
  readonly choices: readonly LinkGroup[];
  readonly fixed: { readonly caseId: string; readonly recordIds: readonly string[] };
  readonly save: string;
  readonly onDone: (result: unknown) => void;
}

function BulkLinkForm({ choices, fixed, save, onDone }: LinkFormProps) {
  const t = useTranslator("bulk");
  const links = useTranslator("links");
  const [index, setIndex] = useState(0);
  const group = choices[index];
  if (!group) return null;
  const { kind, side } = group;
  const role = linkKindSpec(kind).roles.length === 0 ? { role: null } : {};
  return (
    <>
      <NativeSelect
        mb="md"
        label={t("linkAs")}
        value={index}
        onChange={(event) => setIndex(Number(event.currentTarget.value))}
        data={choices.map((one, at) => ({
          value: String(at),
          label: links(`heading.${one.kind}.${one.side}`),
        }))}
      />
      <FormOnDemand
        key={`${kind}.${side}`}
        command="bulk.link"
        namespace="links"
        sections={bulkLinkSections(group)}
        fixed={{ ...fixed, kind, side, ...role }}
        saveLabel={save}
        onSaved={onDone}
      />
    </>
  );
}
