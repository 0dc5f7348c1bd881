import { GrantTable } from "#components/cases/grant-table.tsx";
import { Section } from "#components/ui/section.tsx";
import { listOwnGrants } from "#lib/accounts/queries/list-own-grants.ts";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";

const SHOWN = 10;

/** What one's own account was ever given. @param at the cursors of the page's address */
export async function OwnGrants({ at: { after, before } }: { at: { after?: string; before?: string } }) {
  const [t, found] = await Promise.all([
    translator("accounts"),
    asked(listOwnGrants, {
      page: { size: SHOWN, ...(after ? { after } : {}), ...(before ? { before } : {}) },
    }),
  ]);
  return (
    <Section id="grants" title={t("grants.own")} lead={t("grants.ownLead")}>
      <GrantTable
        caption={t("grants.own")}
        page={found}
        hrefOf={(key, cursor) => `/account?${new URLSearchParams({ [key]: cursor })}#grants`}
      />
    </Section>
  );
}
