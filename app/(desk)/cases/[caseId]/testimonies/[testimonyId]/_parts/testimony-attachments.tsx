import { CommandButton } from "#components/form/command-button.tsx";
import { Code } from "#components/ui/code.tsx";
import { Section } from "#components/ui/section.tsx";
import { formats, translator } from "#lib/i18n/server.ts";
import type { TestimonyAnswer } from "#lib/testimonies/queries/read-testimony.ts";
import { FileUpload } from "./file-upload.tsx";
import classes from "../../../_parts/testimony/testimony.module.css";

interface Props {
  testimonyId: string;
  attachments: TestimonyAnswer["attachments"];
  may: Pick<TestimonyAnswer["may"], "attach" | "copy">;
}

/** Files that belong to the testimony, each with the hash that the server computed when it came in. */
export async function TestimonyAttachments({ testimonyId, attachments, may }: Props) {
  const [t, format] = await Promise.all([translator("testimonies"), formats()]);
  return (
    <Section
      id="files"
      title={t("files.title")}
      lead={t("files.lead")}
      actions={may.attach ? <FileUpload testimonyId={testimonyId} /> : undefined}
    >
      {attachments.length === 0 ? <p className={classes.quiet}>{t("files.none")}</p> : null}
      <ul className={classes.files}>
        {attachments.map((file) => (
          <li key={file.id}>
            <p>
              <Code code={file.code} />{" "}
              {may.copy ? (
                <a href={`/api/attachments/${file.id}`}>
                  <bdi>{file.fileName}</bdi>
                </a>
              ) : (
                <bdi>{file.fileName}</bdi>
              )}{" "}
              <span className={classes.quiet}>
                {format.bytes(file.sizeBytes)} · {file.mediaType} · {format.instant(file.createdAt)}
              </span>
            </p>
            <p className={classes.hash}>{t("files.hash", { hash: file.sha256 })}</p>
            {file.retractedAt === null ? (
              may.attach ? (
                <CommandButton
                  label={t("files.retract")}
                  command="testimony.retractAttachment"
                  input={{ attachmentId: file.id, version: file.version }}
                  reason={{
                    title: t("files.retract"),
                    explanation: t("files.retractText"),
                    confirmLabel: t("files.retract"),
                  }}
                  weight="quiet"
                  size="xs"
                />
              ) : null
            ) : (
              <p className={classes.quiet}>
                {t("files.retracted")} <q dir="auto">{file.retractionReason}</q>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
