import { describe, expect, it } from "vitest";
import { aCoastalRecord } from "../testing/a-coastal-record.ts";
import { allegedActs, bearingsOf } from "./bearings.ts";
import { readCoastalRecord } from "./read-record.ts";
import { tiesOf } from "./ties.ts";

type Files = ReturnType<typeof aCoastalRecord>;

/** The small record, changed. */
function recordWith(change: (files: Files) => void) {
  const files = aCoastalRecord((words) => words);
  change(files);
  return readCoastalRecord(files);
}

const claimsOf = (files: Files, account: number) =>
  files.accounts[account]!["allegations"] as Record<string, unknown>[];
const hints = (changes: Record<string, unknown>) => ({
  supports: [],
  contradicts: [],
  related_context: [],
  note: null,
  ...changes,
});

function linesOf(change: (files: Files) => void): string[] {
  return bearingsOf(recordWith(change)).map(({ statement, act, facet, stance }) =>
    [statement.slice(statement.indexOf(":") + 1), act.split("/").at(-1), stance, facet].join(" "),
  );
}

describe("how the record's claims bear on alleged acts", () => {
  it("makes one act of a pair of incident and violation, and none of persecution alone", () => {
    expect(allegedActs(recordWith(() => undefined))).toEqual([
      { incidentId: "inc_mill", violationId: "vio_unlawful_killing" },
    ]);
  });

  it("sets a figure in both lists beside the occurrence, and against the count", () => {
    const lines = linesOf(() => undefined);
    expect(lines).toContain("fig_mill/statement vio_unlawful_killing support occurrence");
    expect(lines).toContain("fig_mill/statement vio_unlawful_killing contradict count");
  });

  it("sets two accounts that allege the same act and contradict each other against each other's unit", () => {
    const lines = linesOf((files) => {
      const contradicts = [{ ref: "acc_monitor", independence: "different_source" }];
      Object.assign(claimsOf(files, 2)[0]!, { corroboration: hints({ contradicts }) });
    });
    expect(lines).toContain("acc_monitor/alg_monitor_1 vio_unlawful_killing support occurrence");
    expect(lines).toContain("acc_monitor/alg_monitor_1 vio_unlawful_killing contradict unit");
  });

  it("sets an account that is listed together with its own figure against the count", () => {
    const lines = linesOf((files) => {
      const contradicts = ["acc_monitor", "fig_mill"].map((ref) => ({
        ref,
        independence: "different_source",
      }));
      Object.assign(claimsOf(files, 2)[0]!, { corroboration: hints({ contradicts }) });
    });
    expect(lines).toContain("acc_monitor/alg_monitor_1 vio_unlawful_killing contradict count");
    expect(lines).not.toContain("acc_monitor/alg_monitor_1 vio_unlawful_killing contradict unit");
  });

  it("takes a denial by those concerned for one of the unit, and anyone else's for one of the occurrence", () => {
    const denial = "acc_ministry/alg_ministry_1 vio_unlawful_killing contradict";
    expect(linesOf(() => undefined)).toContain(`${denial} unit`);
    expect(linesOf((files) => Object.assign(files.accounts[1]!, { account_type: "resident" }))).toContain(
      `${denial} occurrence`,
    );
  });

  it("sets a denial against the acts of those whom the record sets against it", () => {
    const lines = linesOf((files) => {
      Object.assign(claimsOf(files, 0)[0]!, { corroboration: hints({}) });
      const contradicts = [{ ref: "acc_monitor", independence: "different_source" }];
      Object.assign(claimsOf(files, 1)[0]!, { corroboration: hints({ contradicts }) });
    });
    expect(lines).toContain("acc_ministry/alg_ministry_1 vio_unlawful_killing contradict unit");
  });

  it("keeps what mitigates and what is only related beside the act, where neither moves a level", () => {
    const lines = linesOf((files) => {
      Object.assign(claimsOf(files, 0)[0]!, { corroboration: hints({ related_context: ["acc_ministry"] }) });
    });
    expect(lines).toContain("acc_article/alg_article_2 vio_unlawful_killing qualify occurrence");
    expect(lines).toContain("acc_ministry/alg_ministry_1 vio_unlawful_killing context occurrence");
  });

  it("never gives one statement two stances on one facet", () => {
    const record = recordWith((files) => {
      const film = [{ ref: "med_film", independence: "unknown" }];
      Object.assign(claimsOf(files, 2)[0]!, { corroboration: hints({ contradicts: film }) });
    });
    const places = bearingsOf(record).map(({ statement, act, facet }) => `${statement} ${act} ${facet}`);
    expect(new Set(places).size).toBe(places.length);
    expect(places).toContain("media_items:med_film/statement incidents:inc_mill/vio_unlawful_killing count");
  });
});

describe("what ties the record's statements", () => {
  const tiesWith = (change: (files: Files) => void) => {
    const record = recordWith(change);
    return tiesOf(record, bearingsOf(record)).map(({ kind, between }) => [kind, ...between].join(" "));
  };
  const article = "accounts:acc_article/alg_article_1";
  const monitor = "accounts:acc_monitor/alg_monitor_1";

  it("knows the unattributed source as an origin that nobody knows", () => {
    const ties = tiesWith((files) => {
      for (const claim of claimsOf(files, 0)) Object.assign(claim, { corroboration: hints({}) });
    });
    expect(ties).toContain(`unknown_origin ${monitor} ${article}`);
  });

  it("knows bodies of one government as one party", () => {
    const ties = tiesWith((files) => {
      files.sources.push({ ...files.sources[1]!, id: "src_sana" });
      Object.assign(files.accounts[0]!, { source_id: "src_sana" });
    });
    expect(ties).toContain(`one_party ${monitor} accounts:acc_ministry/alg_ministry_1`);
  });

  it.each([
    ["same_source", "src_seed_article", "relay_naming_origin"],
    ["shared_publisher", "src_seed_article", "relay_naming_origin"],
    ["shared_publisher", "src_monitor", "same_publisher"],
  ])("reads %s, said of %s, as %s", (independence, source, kind) => {
    const ties = tiesWith((files) => {
      Object.assign(files.accounts[0]!, { source_id: source });
      const supports = [{ ref: "acc_article", independence }];
      Object.assign(claimsOf(files, 0)[0]!, { corroboration: hints({ supports }) });
    });
    expect(ties).toContain(`${kind} ${monitor} ${article}`);
  });

  it("ties nothing that comes from two sources", () => {
    const ties = tiesWith((files) => {
      files.sources.push({ ...files.sources[0]!, id: "src_other" });
      Object.assign(files.accounts[2]!, { source_id: "src_other" });
      const supports = [{ ref: "acc_article", independence: "different_source" }];
      Object.assign(claimsOf(files, 0)[0]!, { corroboration: hints({ supports }) });
      Object.assign(claimsOf(files, 0)[1]!, { corroboration: hints({}) });
    });
    expect(ties.filter((tie) => tie.includes(article) && tie.includes(monitor))).toEqual([]);
  });
});
