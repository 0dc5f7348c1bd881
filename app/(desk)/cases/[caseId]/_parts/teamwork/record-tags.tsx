import { TagEditor } from "#components/tags/tag-editor.tsx";
import { TagList } from "#components/tags/tag-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked, maybeAsked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { listTags } from "#lib/tags/queries/list-tags.ts";
import { tagsOfRecord } from "#lib/tags/queries/tags-of-record.ts";
import classes from "./teamwork.module.css";

/** The words by which a record is grouped. */
export async function RecordTags({ recordId }: { recordId: string }) {
  const found = await maybeAsked(tagsOfRecord, { recordId });
  if (!found) return null;
  const { caseId, tags, may } = found;
  const [t, known] = await Promise.all([translator("tags"), asked(listTags, { caseId })]);
  const named = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => ({ id, name }));
  return (
    <Section id="tags" title={t("title")}>
      {may.write ? (
        <TagEditor caseId={caseId} recordId={recordId} own={named(tags)} known={named(known.rows)} />
      ) : tags.length === 0 ? (
        <p className={classes.quiet}>{t("none")}</p>
      ) : (
        <TagList names={tags.map(({ name }) => name)} />
      )}
    </Section>
  );
}
