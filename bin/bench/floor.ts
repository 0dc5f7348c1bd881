/**
 * The floor: the same questions as plain SQL on the plain driver, by hand, with nothing around them – no rights, no
 * sessions, no parsing. What the product needs beyond this is what its rules and its server cost.
 */
import type { FileKey } from "#db/cipher.ts";
import { openSqliteConnection } from "#db/sqlite-connection.ts";
import { sha256 } from "#lib/core/audit-event.ts";
import { COUNTED_MAX } from "#lib/core/counted.ts";
import { indexedWords } from "#lib/core/folding.ts";
import { COUNTED_MAX as MATCHES_MAX } from "#lib/search/vocabulary.ts";
import type { Dataset } from "./generate.ts";

const PAGE = 50;

/** Questions by name; each answers what JSON would be sent. */
export interface Floor {
  ask: Record<FloorQuestion, (input: FloorInput) => unknown>;
  /** The sort key and id of the row at a place of the list (from 0). */
  keyAt(place: number): FloorInput;
  close(): void;
}

export type FloorQuestion = "list" | "listFiltered" | "listAfter" | "open" | "incident" | "links" | "search";
export interface FloorInput {
  id?: string;
  key?: string;
}

const LIST_COLUMNS = `t.id, t.code, t.kind, t.title, t.voice, t.taken_edtf, t.taken_sort, t.stage, t.version_number,
  t.consent_internal, t.consent_export, t.updated_at, w.code as witness_code, s.name as source_name, s.name_ar as source_name_ar,
  v.original_language, v.text_basis`;
const LIST_FROM = `from testimonies t
  join testimony_versions v on v.testimony_id = t.id and v.number = t.version_number
  left join witnesses w on w.id = t.witness_id left join sources s on s.id = t.source_id`;

/** Opens the floor over a generated database. */
export function openFloor(path: string, key: FileKey, { mainCase, sideCase }: Dataset): Floor {
  const connection = openSqliteConnection(path, { readonly: true, key });
  const all = (sql: string) => {
    const statement = connection.prepare(sql);
    return (...values: unknown[]) => statement.all(...values);
  };
  const list = (where: string) => {
    const rows = all(
      `select ${LIST_COLUMNS} ${LIST_FROM} where t.case_id = ? and t.retracted_at is null ${where}
       order by t.taken_sort desc, t.id desc limit ${PAGE + 1}`,
    );
    const statuses = new Map<number, ReturnType<typeof all>>();
    return (...values: unknown[]) => {
      const found = rows(mainCase, ...values) as { id: string }[];
      const cut = statuses.get(found.length) ?? all(statementsOf(found.length));
      statuses.set(found.length, cut);
      return { rows: found.slice(0, PAGE), statements: cut(...found.map(({ id }) => id)) };
    };
  };
  const count = (where: string) => {
    const counted = all(
      `select count(*) as total from (select 1 from testimonies t
       where t.case_id = ? and t.retracted_at is null ${where} order by t.taken_sort desc, t.id desc limit ${COUNTED_MAX + 1})`,
    );
    return (...values: unknown[]) => counted(mainCase, ...values)[0];
  };
  const [plain, plainCount] = [list(""), count("")];
  const filter = "and t.stage = ? and t.kind = ?";
  const [filtered, filteredCount] = [list(filter), count(filter)];
  const after = list("and (t.taken_sort, t.id) < (?, ?)");
  const incident = all("select * from incidents where id = ?");
  const trace = traceBeside(path, key);
  const keyAt = all(
    "select taken_sort as key, id from testimonies where case_id = ? and retracted_at is null order by taken_sort desc, id desc limit 1 offset ?",
  );
  return {
    ask: {
      list: () => ({ ...plain(), total: plainCount() }),
      listFiltered: () => ({ ...filtered(...FILTER), total: filteredCount(...FILTER) }),
      listAfter: ({ key, id }) => ({ ...after(key, id), total: plainCount() }),
      open: opening(all, trace.append),
      incident: ({ id }) => incident(id),
      links: linksOf(all, mainCase),
      search: searching(all, [mainCase, sideCase]),
    },
    keyAt: (place) => keyAt(mainCase, place)[0] as FloorInput,
    close() {
      connection.close();
      trace.close();
    },
  };
}

/** A log in a file of its own, so that the floor too has its reading on disk before it answers, each with the hash of the one before. */
function traceBeside(path: string, key: FileKey) {
  const connection = openSqliteConnection(`${path}.floor`, { readonly: false, key });
  connection.exec(
    "create table if not exists trace (seq integer primary key, leaf text, body text, object_id text)",
  );
  const last = connection.prepare("select seq, leaf from trace order by seq desc limit 1");
  const insert = connection.prepare("insert into trace (seq, leaf, body, object_id) values (?, ?, ?, ?)");
  return {
    append(id: string): void {
      connection.exec("BEGIN IMMEDIATE");
      const before = last.get() as { seq: number; leaf: string } | undefined;
      const seq = (before?.seq ?? 0) + 1;
      const body = JSON.stringify({
        act: "testimony.read",
        obj: id,
        prev: before?.leaf ?? "",
        seq,
        ts: Date.now(),
      });
      insert.run(seq, sha256(body), body, id);
      connection.exec("COMMIT");
    },
    close: () => connection.close(),
  };
}

/** Stage and kind: what a reviewer would choose. */
export const FILTER = ["submitted", "interview"] as const;

const statementsOf = (count: number) =>
  `select id, testimony_id from statements where testimony_id in (${Array.from({ length: count }, () => "?").join(", ")}) and retracted_at is null`;

function opening(
  all: (sql: string) => (...values: unknown[]) => unknown[],
  trace: (id: string) => void,
): Floor["ask"]["open"] {
  const testimony = all("select * from testimonies where id = ?");
  const versions = all(
    `select v.number, v.stage, v.text_basis, v.original_language, v.translation_language, v.translator, v.amendment_reason,
       v.comment, v.created_at, v.submitted_at, v.decided_at, v.author_human_id, a.display_name as author, d.display_name as decider
     from testimony_versions v join humans a on a.id = v.author_human_id left join humans d on d.id = v.decided_by_human_id
     where v.testimony_id = ? order by v.number desc`,
  );
  const newest = all("select * from testimony_versions where testimony_id = ? and number = ?");
  const witness = all("select id, code from witnesses where id = ?");
  const source = all("select id, code, name, name_ar from sources where id = ?");
  const place = all("select id, code, name, name_ar, precision from places where id = ?");
  const files = all("select * from attachments where testimony_id = ? order by created_at, id");
  return ({ id }) => {
    const [found] = testimony(id) as Record<string, unknown>[];
    trace(id ?? "");
    return {
      testimony: found,
      versions: versions(id),
      version: newest(id, found?.["version_number"]),
      witness: witness(found?.["witness_id"]),
      source: source(found?.["source_id"]),
      place: place(found?.["taken_place_id"]),
      files: files(id),
    };
  };
}

function linksOf(
  all: (sql: string) => (...values: unknown[]) => unknown[],
  caseId: string,
): Floor["ask"]["links"] {
  const rows = all(
    `select l.*, t.code as other_code, t.title, t.taken_edtf from links l join testimonies t on t.id = l.from_id
     where l.case_id = ? and l.to_id = ? and l.kind = 'testimony_incident' and l.retracted_at is null
     order by l.created_at desc, l.id desc limit ${PAGE + 1}`,
  );
  const count = all(
    `select count(*) as total from links l where l.case_id = ? and l.to_id = ? and l.kind = 'testimony_incident' and l.retracted_at is null`,
  );
  return ({ id }) => ({
    rows: rows(caseId, id).slice(0, PAGE),
    count: count(caseId, id),
  });
}

const HITS = 8;

/**
 * By name and by text: the newest matches up to where one stops counting, the last word taken as the beginning of others and
 * the best fit first unless it is common; and the records behind the first few.
 */
function searching(
  all: (sql: string) => (...values: unknown[]) => unknown[],
  cases: string[],
): Floor["ask"]["search"] {
  const matching = "select rowid as id from search_words where search_words match ?";
  const newest = all(`${matching} order by rowid desc limit ${MATCHES_MAX + 1}`);
  const ranked = all(`${matching} order by bm25(search_words), rowid desc limit ${MATCHES_MAX}`);
  const marks = Array.from({ length: HITS }, () => "?").join(", ");
  const records = all(
    `select e.id, t.id as testimony, t.code, t.title, t.case_id, v.paragraphs from search_entries e
     join testimonies t on t.id = e.record_id join testimony_versions v on v.testimony_id = t.id and v.number = t.version_number
     where e.id in (${marks}) and t.retracted_at is null`,
  );
  return ({ id: text }) => {
    const words = indexedWords(text ?? "");
    return ["n", "t"].map((part) => {
      const inCases = (sign: string) =>
        cases
          .map((id) => words.map((word) => `"${part}§${id.slice(2)}§${word}"`).join(" AND ") + sign)
          .join(" OR ");
      const common = newest(inCases("")) as { id: number }[];
      const isCommon = common.length > MATCHES_MAX || newest(inCases("*")).length > MATCHES_MAX;
      const ids = isCommon ? common : (ranked(inCases("*")) as { id: number }[]);
      const first = Array.from({ length: HITS }, (_, at) => ids[at]?.id ?? null);
      return { counted: ids.length, records: records(...first) };
    });
  };
}
