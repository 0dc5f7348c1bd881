"use client";

import { usePathname, useRouter } from "next/navigation";
import { useCommand } from "#components/form/use-command.ts";
import { announce } from "#components/ui/announce.ts";
import type { ColumnView } from "#components/table/table-view.ts";
import type { TableState, TableUrlSpec } from "#components/table/url-state.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import type { ListViews, SavedView } from "./list-views.ts";
import { isChanged, type Lost, lostParts, viewAddress } from "./view-address.ts";

export interface ListSeen {
  readonly views: ListViews;
  readonly state: TableState;
  readonly spec: TableUrlSpec;
  readonly columns: readonly ColumnView[];
  /** Keys of the columns shown, in their order. */
  readonly shown: readonly string[];
}

export interface OpenView {
  /** The saved view that the address opens, while the person sees it. */
  readonly active: SavedView | null;
  /** The address names a view that the person does not see: taken back, or not theirs. */
  readonly isGone: boolean;
  /** The list shows something else than the view. */
  readonly isChanged: boolean;
  readonly lost: Lost | null;
  hrefOf(address: string, viewId?: string): string;
  /** The list as it is now, as a view keeps it. */
  addressNow(withColumns: boolean): string;
  /** Whether the columns shown come from the address. */
  readonly hasColumns: boolean;
  /** Keeps the list as it is now under the open view. */
  update(): Promise<void>;
}

/** The saved view in which a list is open. */
export function useOpenView({ views, state, spec, columns, shown }: ListSeen): OpenView {
  const t = useTranslator("ui");
  const router = useRouter();
  const path = usePathname();
  const { send } = useCommand("view.amend");
  const problems = useTranslator("problems");
  const active = views.rows.find(({ id }) => id === state.view) ?? null;
  const hasColumns = state.columns !== null;
  const addressNow = (withColumns: boolean) => viewAddress(state, spec, withColumns ? shown : null);
  return {
    active,
    isGone: state.view !== null && active === null,
    isChanged: active !== null && isChanged(active.address, state, spec),
    lost:
      active === null
        ? null
        : lostParts(
            active.address,
            spec,
            columns.map(({ key }) => key),
          ),
    hasColumns,
    addressNow,
    hrefOf: (address, viewId) => {
      const query = new URLSearchParams(address);
      if (viewId !== undefined) query.set("view", viewId);
      return query.size === 0 ? path : `${path}?${query}`;
    },
    async update() {
      if (active === null) return;
      const { id, version, name, sharing } = active;
      const address = addressNow(hasColumns);
      const answer = await send({ savedViewId: id, version, name, sharing, address });
      if (answer.ok) announce(t("views.saved"));
      else announce(problems(`title.${answer.problem.code}`), "red");
      router.refresh();
    },
  };
}
