import type { ReactNode } from "react";
import { formats, translator } from "#lib/i18n/server.ts";
import type { TestimonyAnswer } from "#lib/testimonies/queries/read-testimony.ts";
import { HEARD_QUESTIONS } from "#lib/testimonies/words.ts";
import { describer } from "../describe.ts";

type Stated = TestimonyAnswer["stated"];

/** Each question of what the witness heard before, with its answer and the words to it; null where nothing was entered. */
export async function heardLines(heard: Stated["heardBefore"]): Promise<ReactNode> {
  if (heard === null) return null;
  const [t, common, format] = await Promise.all([translator("testimonies"), translator("common"), formats()]);
  const wordsTo = {
    talked: heard.talkedWords,
    sawPosts: heard.sawPostsWords,
    inGroup: heard.inGroupWords,
    askedBefore:
      heard.askedBeforeBy.length === 0
        ? null
        : format.list(heard.askedBeforeBy.map((kind) => t(`earlierAsker.${kind}`))),
  };
  return HEARD_QUESTIONS.map((question) => {
    const answer = heard[question];
    const words = wordsTo[question];
    return (
      <div key={question}>
        {t(`fields.${question}.label`)} {answer === null ? common("notRecorded") : t(`heardAnswer.${answer}`)}
        {words === null ? null : (
          <>
            {" "}
            <q dir="auto">{words}</q>
          </>
        )}
      </div>
    );
  });
}

/** How an interview went, line by line, the leading questions counted; null where nothing was entered. */
export async function interviewLines(interview: Stated["interview"]): Promise<ReactNode> {
  if (interview === null) return null;
  const [t, codebook, format, describe] = await Promise.all([
    translator("testimonies"),
    translator("codebook"),
    formats(),
    describer(),
  ]);
  const wall = (time: string) => `${describe(time.slice(0, 10))}, ${time.slice(11)}`;
  const { startedAt, endedAt, placeType, recording, informed, freeRecall, support } = interview;
  const say = (key: string, values: Record<string, string>) => t(`interviewFacts.${key}`, values);
  const told = interview.informedOf.map((part) => t(`informedPart.${part}`));
  const lines = [
    startedAt === null
      ? interview.startUnknown
        ? say("beganUnknown", {})
        : null
      : say("began", { when: wall(startedAt) }),
    endedAt && say("ended", { when: wall(endedAt) }),
    ...interview.breaks.map(({ from, to }) =>
      to === null ? say("breakOpen", { from: wall(from) }) : say("break", { from: wall(from), to: wall(to) }),
    ),
    placeType && say("place", { place: codebook(`interviewPlace.${placeType}.label`) }),
    recording && say("recording", { answer: t(`recordingAnswer.${recording}`) }),
    informed && say("informed", { answer: format.list([t(`informedAnswer.${informed}`), ...told]) }),
    freeRecall && say("freeRecall", { answer: t(`recordedAnswer.${freeRecall}`) }),
    support && say("support", { answer: t(`supportAnswer.${support}`) }),
  ].filter((line) => line !== null && line !== "");
  return (
    <>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {interview.supportWords === null ? null : (
        <div>
          <q dir="auto">{interview.supportWords}</q>
        </div>
      )}
      <div>{t("interviewFacts.leading", { count: interview.leading.length })}</div>
      {interview.leading.length === 0 ? null : (
        <ol>
          {interview.leading.map(({ question }, index) => (
            <li key={index}>
              <q dir="auto">{question}</q>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
