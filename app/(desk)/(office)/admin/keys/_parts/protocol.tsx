"use client";

import { Facts } from "#components/ui/facts.tsx";
import { PrintButton } from "#components/ui/print-button.tsx";
import { useFormats } from "#lib/i18n/client.tsx";
import classes from "./keys.module.css";

/** What a drill found. */
export interface Held {
  readonly set: string;
  readonly numbers: readonly number[];
  readonly at: number;
}

export type ProtocolWords = {
  readonly [
    word in
      | "protocol"
      | "outcome"
      | "when"
      | "leader"
      | "set"
      | "shares"
      | "generation"
      | "name"
      | "signature"
      | "print"
  ]: string;
};

/** The protocol of a drill, for paper: when, who led it, what it showed, and a line for each custodian to sign. */
export function Protocol({
  held: { set, numbers, at },
  generation,
  leader,
  words,
}: {
  readonly held: Held;
  readonly generation: string;
  readonly leader: string;
  readonly words: ProtocolWords;
}) {
  const { instant, number, list } = useFormats();
  return (
    <section className={classes.protocol} aria-labelledby="protocol-title">
      <h3 id="protocol-title">{words.protocol}</h3>
      <p>{words.outcome}</p>
      <Facts
        items={[
          { label: words.when, value: instant(at) },
          { label: words.leader, value: <bdi>{leader}</bdi> },
          { label: words.set, value: <bdi>{set}</bdi> },
          { label: words.shares, value: list(numbers.map((one) => number(one))) },
          { label: words.generation, value: <bdi>{generation}</bdi> },
        ]}
      />
      <ol className={classes.signatures}>
        {[...numbers, 0].map((one) => (
          <li key={one}>
            <span>{words.name}</span>
            <span>{words.signature}</span>
          </li>
        ))}
      </ol>
      <div className={classes.acts}>
        <PrintButton label={words.print} />
      </div>
    </section>
  );
}
