"use client";

import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useActKey } from "#components/form/act-key.tsx";
import { useTranslator } from "#lib/i18n/client.tsx";
import { FormOnDemand } from "./form-on-demand.tsx";
import type { RecordFormProps } from "./record-form.tsx";

export interface FormInDialogProps {
  readonly label: string;
  readonly form: Omit<RecordFormProps, "onSaved" | "children">;
  readonly weight?: "primary" | "plain" | "quiet";
  readonly size?: "xs" | "sm";
  /** The letter that presses it where the page listens for single keys. */
  readonly actKey?: string;
}

const VARIANTS = { primary: "filled", plain: "default", quiet: "subtle" } as const;

/** A button that opens a short form over the page. */
export function FormInDialog({ label, form, weight = "plain", size = "sm", actKey }: FormInDialogProps) {
  const [opened, { open, close }] = useDisclosure(false);
  const common = useTranslator("common");
  const key = useActKey(actKey);
  return (
    <>
      <Button size={size} variant={VARIANTS[weight]} onClick={open} {...key}>
        {label}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={label}
        size="lg"
        closeButtonProps={{ "aria-label": common("close") }}
      >
        {opened ? <FormOnDemand {...form} onSaved={close} /> : null}
      </Modal>
    </>
  );
}
