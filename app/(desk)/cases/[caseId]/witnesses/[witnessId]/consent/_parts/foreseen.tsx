import { Text } from "@mantine/core";
import { levelWords } from "#components/corroboration/level.tsx";
import { asked } from "#lib/api/asked.ts";
import { foreseeWithdrawal } from "#lib/consent/queries/foresee-withdrawal.ts";
import { counts, translator } from "#lib/i18n/server.ts";
import { localNames } from "../../../../_parts/local-names.ts";
import { RecordList } from "../../../../_parts/record-list.tsx";

/** What a withdrawal of everything would touch: read before it, so that nobody is surprised. It never stands in the way. */
export async function Foreseen({ caseId, witnessId }: { caseId: string; witnessId: string }) {
  const [t, codebook, exports, level, named, counted, { accounts, findings, exports: stopping }] =
    await Promise.all([
      translator("consent"),
      translator("codebook"),
      translator("exports"),
      levelWords(),
      localNames(),
      counts(),
      asked(foreseeWithdrawal, { witnessId }),
    ]);
  const home = `/cases/${caseId}`;
  return (
    <>
      <p>{t("foreseen.accounts", { count: accounts, total: counted(accounts) })}</p>
      <Text component="h3" size="sm" fw={600} mt="md" mb={4}>
        {t("foreseen.findings")}
      </Text>
      <RecordList
        none={t("foreseen.noFinding")}
        items={findings.map((one) => ({
          id: one.id,
          href: `${home}/findings/${one.id}`,
          code: one.code,
          label: codebook(`facet.${one.facet}.label`),
          detail: one.isContested
            ? t("foreseen.contested")
            : t("foreseen.level", { now: level(one.level), after: level(one.levelThen) }),
        }))}
      />
      <Text component="h3" size="sm" fw={600} mt="md" mb={4}>
        {t("foreseen.exports")}
      </Text>
      <RecordList
        none={t("foreseen.noExport")}
        items={stopping.map(({ id, code, status, recipient }) => ({
          id,
          href: `${home}/exports/${id}`,
          code,
          label: recipient === null ? t("holders.unnamed") : named(recipient.name, recipient.nameAr),
          detail: exports(`status.${status}.label`),
        }))}
      />
    </>
  );
}
