import { Facts } from "#components/ui/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import { translator } from "#lib/i18n/server.ts";
import type { TestimonyAnswer } from "#lib/testimonies/queries/read-testimony.ts";
import type { Fact } from "#components/ui/facts.tsx";
import { factItems } from "./fact-items.tsx";

/** What the page for paper leaves out too, unless it is asked for (`testimony.print`). */
const unprinted = (fact: Fact): Fact => ({ ...fact, isUnprinted: true });

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
          unprinted(facts.taken),
          unprinted(facts.takenPlaceId),
          unprinted(facts.people),
          ...(stated.form === "full_statement" ? [facts.form] : []),
          ...(stated.heardBefore === null ? [facts.contamination] : [unprinted(facts.heardBefore)]),
          ...(stated.interview === null ? [] : [unprinted(facts.interview)]),
          unprinted(facts.event),
          unprinted(facts.note),
        ]}
      />
    </Section>
  );
}
