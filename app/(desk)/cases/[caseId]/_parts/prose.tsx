import { Unprinted } from "#components/care/unprinted.tsx";
import classes from "./prose.module.css";

/** Free text of a record as it was typed, each paragraph in its own direction; not for paper. */
export function Prose({ text }: { text: string }) {
  const paragraphs = text.split(/\n+/).filter((paragraph) => paragraph.trim() !== "");
  return (
    <Unprinted>
      <div className={classes.prose}>
        {paragraphs.map((paragraph, index) => (
          // Paragraphs of a stored text have no other name than their place.
          <p key={index} dir="auto">
            {paragraph}
          </p>
        ))}
      </div>
    </Unprinted>
  );
}
