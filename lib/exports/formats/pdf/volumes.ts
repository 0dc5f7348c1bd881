import { filled } from "./fill.ts";
import {
  code,
  muted,
  plain,
  type Block,
  type Line,
  type RecordView,
  type SectionView,
  type Value,
  type VolumeView,
} from "./view.ts";

/** What is the same in every volume, with texts that still have holes for the volume's number. */
export interface Book {
  readonly frame: Omit<VolumeView, "sections" | "here">;
  readonly sections: readonly SectionView[];
  /** "{title} (continued)" */
  readonly continued: string;
}

/**
 * Cuts a book into volumes between records and table rows, in order, so that none is likely to be longer than allowed.
 * @param weightMax the greatest weight ({@link weightOf}) of a volume
 */
export function cutSections(
  sections: readonly SectionView[],
  weightMax: number,
  continued: string,
): SectionView[][] {
  const volumes: SectionView[][] = [[]];
  let used = 0;
  const fits = (weight: number) => used === 0 || used + weight <= weightMax;
  const next = () => {
    volumes.push([]);
    used = 0;
  };
  for (const section of sections) {
    let open: SectionView | null = null;
    const begin = () => {
      const title = open === null ? section.title : filled(continued, { title: section.title });
      open = {
        ...section,
        title,
        opensPage: section.opensPage || open !== null,
        intro: open === null ? section.intro : [],
        records: [],
        table: section.table && { ...section.table, rows: [] },
      };
      volumes.at(-1)?.push(open);
    };
    const pieces = piecesOf(section);
    if (!fits(pieces[0]?.weight ?? 0)) next();
    begin();
    for (const [index, piece] of pieces.entries()) {
      if (index > 0 && !fits(piece.weight)) {
        next();
        begin();
      }
      const last = volumes.at(-1);
      const grown = last?.pop();
      if (last && grown) last.push(piece.addTo(grown));
      used += piece.weight;
    }
  }
  return volumes;
}

interface Piece {
  readonly weight: number;
  addTo(section: SectionView): SectionView;
}

function piecesOf(section: SectionView): Piece[] {
  const records = section.records.map((record): Piece => ({
    weight: weightOf(record),
    addTo: (to) => ({ ...to, records: [...to.records, record] }),
  }));
  const rows = (section.table?.rows ?? []).map((row): Piece => ({
    weight: rowWeight(row),
    addTo: (to) => ({ ...to, table: to.table && { ...to.table, rows: [...to.table.rows, row] } }),
  }));
  return [...records, ...rows];
}

const LINE = 60; // the weight of a line break, in characters

/** About how many characters of running text a record takes the room of. */
export function weightOf(record: RecordView): number {
  return 200 + record.blocks.reduce((sum, block) => sum + blockWeight(block), 0);
}

function blockWeight(block: Block): number {
  switch (block.kind) {
    case "facts":
      return block.rows.reduce((sum, { value }) => sum + Math.max(LINE, valueWeight(value)), 0);
    case "heading":
    case "note":
      return block.text.length + LINE;
    case "prose":
      return block.paragraphs.reduce((sum, { text }) => sum + text.length + LINE, 0);
    case "parallel":
      return block.rows.reduce((sum, { cells }) => {
        const lengths = cells.map((cell) => cell.reduce((total, { text }) => total + text.length + LINE, 0));
        return sum + Math.max(0, ...lengths) * cells.length;
      }, 0);
    case "table":
      return block.rows.reduce((sum, row) => sum + rowWeight(row), 0);
  }
}

function rowWeight(row: readonly Value[]): number {
  return LINE + Math.max(0, ...row.map(valueWeight)) * row.length * 0.7;
}

function valueWeight(value: Value): number {
  return value.reduce(
    (sum, runs) => sum + runs.reduce((total, { text }) => total + text.length, 0) + LINE / 2,
    0,
  );
}

/** The volumes of a book, ready to be set: each knows its number, what the others hold, and what it can link to. */
export function volumeViews(book: Book, cut: readonly (readonly SectionView[])[]): VolumeView[] {
  const ranges = cut.map(rangeOf);
  return cut.map((sections, index) => {
    const values = { volume: index + 1, volumes: cut.length };
    const { frame } = book;
    return {
      ...frame,
      document: {
        ...frame.document,
        title:
          cut.length === 1 ? frame.document.title : `${frame.document.title} · ${index + 1}/${cut.length}`,
      },
      footer: { ...frame.footer, volume: filled(frame.footer.volume, values) },
      cover: {
        ...frame.cover,
        volume: filled(frame.cover.volume, values),
        volumes:
          cut.length === 1 || frame.cover.volumes === null
            ? null
            : { ...frame.cover.volumes, rows: ranges.map((range, n) => [String(n + 1), range]) },
      },
      sections,
      here: sections.flatMap(({ records }) => records.flatMap(({ code }) => code ?? [])),
    };
  });
}

/** What a volume holds, in one line: its parts, each from its first record to its last. */
function rangeOf(sections: readonly SectionView[]): Line {
  return sections.flatMap(({ title, records }, index) => {
    const [first, last] = [records.at(0)?.code ?? null, records.at(-1)?.code ?? null];
    const range =
      first === null || last === null
        ? []
        : first === last
          ? [plain(" "), code(first)]
          : [plain(" "), code(first), plain(" – "), code(last)];
    return [...(index === 0 ? [] : [muted(" · ")]), plain(title), ...range];
  });
}
