import { places, sources, witnesses } from "#db/schema/index.ts";
import { accountsOfHumans } from "#lib/accounts/find.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { maybeRecord } from "#lib/core/find-record.ts";
import type { TestimonyVersion } from "../find.ts";

type Context = Pick<LoadContext, "read" | "scope">;
export type Stated = Awaited<ReturnType<typeof statedBy>>;

/** What a version states, with all that it points to by code and name, and those present by account. Only what is in scope. */
export async function statedBy(ctx: Context, { caseId, facts }: Pick<TestimonyVersion, "caseId" | "facts">) {
  const inCase = async <T extends Parameters<typeof maybeRecord>[1]>(table: T, id: string | null) => {
    const row = id === null ? null : await maybeRecord(ctx, table, id);
    return row?.["caseId"] === caseId ? row : null;
  };
  const outletOf = async (id: string | null) => {
    const row = await inCase(sources, id);
    return row && { id: row.id, code: row.code, name: row.name, nameAr: row.nameAr };
  };
  const witness = await inCase(witnesses, facts.witnessId);
  const source = await outletOf(facts.sourceId);
  const publishers = [];
  for (const id of facts.publisherIds) publishers.push((await outletOf(id)) ?? []);
  const place = await inCase(places, facts.takenPlaceId);
  const colleagues = await accountsOfHumans(
    ctx,
    caseId,
    facts.people.flatMap(({ humanId }) => humanId ?? []),
  );
  return {
    ...facts,
    form: facts.form ?? "first_account",
    heardBefore: facts.heardBefore ?? null,
    interview: facts.interview ?? null,
    witness: witness && { id: witness.id, code: witness.code },
    source,
    publishers: publishers.flat(),
    place: place && {
      id: place.id,
      code: place.code,
      name: place.name,
      nameAr: place.nameAr,
      precision: place.precision,
    },
    people: facts.people.map(({ role, humanId, description }) => {
      const colleague = colleagues.find((one) => one.humanId === humanId);
      return {
        role,
        description,
        accountId: colleague?.accountId ?? null,
        name: colleague?.displayName ?? null,
      };
    }),
  };
}

/** A version in the shape of its form: by the keys of the input, what is pointed to as `{ id, code, label }`. */
export function asEntered(version: TestimonyVersion, stated: Stated) {
  const { textBasis, originalLanguage, translationLanguage, translator, paragraphs } = version;
  const { witness, source, publishers, place, people, ...facts } = stated;
  return {
    ...facts,
    witnessId: referenceTo(witness),
    sourceId: referenceTo(source),
    publisherIds: publishers.map(referenceTo),
    takenPlaceId: referenceTo(place),
    people: people.map(({ role, description, accountId, name }) => ({
      role,
      description,
      accountId: referenceTo(accountId === null ? null : { id: accountId, code: "", name: name ?? "" }),
    })),
    textBasis,
    originalLanguage,
    translationLanguage,
    translator,
    paragraphs,
  };
}

const referenceTo = (one: { id: string; code: string; name?: string } | null) =>
  one && { id: one.id, code: one.code, label: one.name ?? one.code };
