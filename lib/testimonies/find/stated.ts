import { and, eq, inArray } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { places, sources, witnesses } from "#db/schema/index.ts";
import { accountsOfHumans } from "#lib/accounts/find.ts";
import type { LoadContext } from "#lib/core/command.ts";
import type { TestimonyVersion } from "../find.ts";

type Context = Pick<LoadContext, "read" | "scope">;
export type Stated = Awaited<ReturnType<typeof statedBy>>;

/** What a version states, with all that it points to by code and name, and those present by account. Only what is in scope. */
export async function statedBy(ctx: Context, { caseId, facts }: Pick<TestimonyVersion, "caseId" | "facts">) {
  const { read, scope } = ctx;
  const inCase = (column: AnyPgColumn) => and(scope.cases(column), eq(column, caseId));
  const [witness = null] = await read
    .select({ id: witnesses.id, code: witnesses.code })
    .from(witnesses)
    .where(and(inCase(witnesses.caseId), eq(witnesses.id, facts.witnessId ?? "")));
  const outlets = await read
    .select({ id: sources.id, code: sources.code, name: sources.name, nameAr: sources.nameAr })
    .from(sources)
    .where(and(inCase(sources.caseId), inArray(sources.id, [facts.sourceId ?? "", ...facts.publisherIds])));
  const outlet = (id: string | null) => outlets.find((one) => one.id === id) ?? null;
  const [place = null] = await read
    .select({
      id: places.id,
      code: places.code,
      name: places.name,
      nameAr: places.nameAr,
      precision: places.precision,
    })
    .from(places)
    .where(and(inCase(places.caseId), eq(places.id, facts.takenPlaceId ?? "")));
  const colleagues = await accountsOfHumans(
    ctx,
    caseId,
    facts.people.flatMap(({ humanId }) => humanId ?? []),
  );
  return {
    ...facts,
    witness,
    source: outlet(facts.sourceId),
    publishers: facts.publisherIds.flatMap((id) => outlet(id) ?? []),
    place,
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
