import { describe, expect, it } from "vitest";
import { Invalid } from "#lib/core/refusals.ts";
import { readRows } from "./rules/pasted-rows.ts";

const faultsOf = (pasted: string): string[] => {
  try {
    readRows(pasted);
    return [];
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return error.fields.map(({ path, code }) => `${path} ${code}`);
  }
};

describe("pasted rows", () => {
  it("are read with headings in either language, apart by commas, semicolons or tabs", () => {
    const expected = [
      {
        nameAr: "محمد حداد",
        nameLatin: "Muhammad, the baker",
        age: 17,
        ageBand: "child",
        sex: "male",
        place: null,
        occurredEdtf: "2031-02-14",
        outcome: "killed",
      },
    ];
    expect(
      readRows(
        'name_ar,name,age,sex,date,outcome\nمحمد حداد,"Muhammad, the baker",17,m,2031-02-14,killed\n\n',
      ),
    ).toEqual(expected);
    expect(
      readRows(
        "\uFEFFالاسم\tname\tالعمر\tالجنس\tالتاريخ\tالمصير\r\nمحمد حداد\tMuhammad, the baker\t١٧\tذكر\t2031-02-14\tقتيل",
      ),
    ).toEqual(expected);
    expect(readRows("name;age\nLayla;older_person")[0]).toMatchObject({ age: null, ageBand: "older_person" });
    expect(readRows("name\nLayla")[0]).toMatchObject({ sex: "unknown", ageBand: "unknown", outcome: null });
  });

  it("are refused by row and field, never by what stands there, and then all of them", () => {
    expect(
      faultsOf(
        "name,age,sex,date,outcome\nLayla,200,x,yesterday,gone\n,4,,,\nHuda,5,female,2031,killed,more",
      ),
    ).toEqual([
      "rows.1.age victim_list.age",
      "rows.1.date invalid_date",
      "rows.1.sex bad_choice",
      "rows.1.outcome bad_choice",
      "rows.2.name required",
      "rows.3.row victim_list.too_wide",
    ]);
    expect(faultsOf(`name\n${"x".repeat(201)}`)).toEqual(["rows.1.name victim_list.text"]);
    expect(faultsOf("age\n4")).toEqual(["rows victim_list.heading"]);
    expect(faultsOf("name,phone\nLayla,1")).toEqual(["rows victim_list.column"]);
    expect(faultsOf("name,name\nLayla,1")).toEqual(["rows victim_list.column"]);
    expect(faultsOf("name")).toEqual(["rows victim_list.no_row"]);
    expect(faultsOf(`name\n${"Layla\n".repeat(501)}`)).toEqual(["rows victim_list.too_many"]);
  });
});
