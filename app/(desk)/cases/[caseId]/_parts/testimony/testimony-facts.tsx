import { Facts } from "#components/ui/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import { translator } from "#lib/i18n/server.ts";
import type { TestimonyAnswer } from "#lib/testimonies/queries/read-testimony.ts";
import { factItems } from "./fact-items.tsx";

/** Who gave the account and in what capacity, when and where it was taken, who was present – as the shown version states it. */
export async function TestimonyFacts({ answer, caseId }: { answer: TestimonyAnswer; caseId: string }) {
  const { stated, version } = answer;
  const [t, facts] = await Promise.all([
    translator("testimonies"),
    factItems({ ...version, stated }, caseId),
  ]);
  return (
    <Section id="facts" title={t("facts")}>
      <Facts
        items={[
          stated.witnessId === null ? facts.sourceId : facts.witnessId,
          ...(stated.publisherIds.length === 0 ? [] : [facts.publisherIds]),
          facts.voice,
          facts.basis,
          facts.taken,
          facts.takenPlaceId,
          facts.people,
          facts.contamination,
          facts.event,
          facts.note,
        ]}
      />
    </Section>
  );
}
