/**
 * A labelled set of 300 pairs of names in both scripts. All of it is invented: common given names and family names, combined at
 * random from a fixed seed. Nobody is meant. The spellings of each were written down by hand, as registries, newspapers and hurried
 * clerks vary them, and not made by the rules that are measured with them. Of the pairs that are not one person, each is hard: a
 * brother, a namesake of another family, or a given name that differs in one vowel.
 */

interface Spelled {
  readonly ar: readonly string[];
  readonly la: readonly string[];
}
const spelled = (ar: string, la: string): Spelled => ({ ar: ar.split("|"), la: la.split("|") });

const GIVEN: readonly Spelled[] = [
  spelled("محمد|محمّد|محمَّدٌ", "Mohammed|Muhammad|Mohamed|Mohamad|Mouhammad|Muhammed"),
  spelled("أحمد|احمد", "Ahmad|Ahmed|Achmed"),
  spelled("محمود", "Mahmoud|Mahmud|Mahmood"),
  spelled("حسن|حسَن", "Hasan|Hassan"),
  spelled("حسين|حُسين", "Hussein|Husayn|Hussain|Hossein|Houssein"),
  spelled("علي|على", "Ali|Aly"),
  spelled(
    "عبد الرحمن|عبدالرحمن|عبد الرحمان",
    "Abd al-Rahman|Abdulrahman|Abdel Rahman|Abdurrahman|Abdul Rahman",
  ),
  spelled("عبد الله|عبدالله", "Abdullah|Abdallah|Abd Allah|Abdulla"),
  spelled("عبد الكريم|عبدالكريم", "Abdul Karim|Abdelkarim|Abd el-Kareem|Abdulkarim"),
  spelled("خالد", "Khaled|Khalid|Chalid"),
  spelled("يوسف", "Yusuf|Youssef|Yousef|Yusef"),
  spelled("إبراهيم|ابراهيم", "Ibrahim|Ebrahim|Ibraheem"),
  spelled("إسماعيل|اسماعيل", "Ismail|Ismael|Esmail"),
  spelled("عمر", "Omar|Umar|Omer"),
  spelled("عثمان", "Othman|Osman|Uthman"),
  spelled("مصطفى|مصطفي", "Mustafa|Mostafa|Moustapha"),
  spelled("سعيد", "Said|Saeed|Sa'id|Saïd"),
  spelled("سعد", "Saad|Sa'd|Sad"),
  spelled("جمال", "Jamal|Gamal|Djamal"),
  spelled("جعفر", "Jaafar|Ja'far|Jafar|Gaafar"),
  spelled("طارق", "Tariq|Tarek|Tareq|Tarik"),
  spelled("ياسر", "Yasser|Yasir|Yaser"),
  spelled("زياد", "Ziad|Ziyad|Zeyad"),
  spelled("نزار", "Nizar|Nezar"),
  spelled("وليد", "Walid|Waleed|Oualid"),
  spelled("رائد|رايد", "Raed|Ra'id|Raid"),
  spelled("لؤي|لوي", "Louay|Luay|Loai"),
  spelled("فؤاد|فواد", "Fouad|Fuad|Foad"),
  spelled("صالح", "Saleh|Salih|Salah"),
  spelled("عيسى|عيسي", "Issa|Isa|Eissa"),
  spelled("فاطمة|فاطمه", "Fatima|Fatimah|Fatma|Fatema"),
  spelled("عائشة|عايشة", "Aisha|Aysha|A'isha|Aicha"),
  spelled("خديجة|خديجه", "Khadija|Khadijah|Khadeeja"),
  spelled("زينب", "Zaynab|Zeinab|Zainab"),
  spelled("مريم", "Maryam|Mariam|Meriem"),
  spelled("هدى|هدي", "Huda|Hoda"),
  spelled("نور", "Nour|Nur|Noor"),
  spelled("سمية|سميّة", "Sumayya|Soumaya|Sumaya"),
  spelled("رجاء|رجا", "Raja|Rajaa"),
  spelled("ليلى|ليلي", "Layla|Leila|Laila"),
];

const FAMILY: readonly Spelled[] = [
  spelled("الحداد|حداد", "al-Haddad|Haddad|El Haddad|Alhaddad"),
  spelled("النجار|نجار", "al-Najjar|Najjar|an-Najjar|El-Najar"),
  spelled("الخطيب|خطيب", "al-Khatib|Khatib|El Khateeb|Alkhatib"),
  spelled("الصباغ|صباغ", "al-Sabbagh|Sabbagh|as-Sabbagh|Sabagh"),
  spelled("الخياط|خياط", "al-Khayyat|Khayat|El-Khayat"),
  spelled("القاضي", "al-Qadi|Kadi|El-Kadi|Alqadi"),
  spelled("الشامي|شامي", "al-Shami|Shami|Chami|ash-Shami"),
  spelled("المصري|مصري", "al-Masri|Masri|El-Masry|Almasri"),
  spelled("الحلبي|حلبي", "al-Halabi|Halabi|El Halaby"),
  spelled("الغزال|غزال", "al-Ghazal|Ghazal|Gazal"),
  spelled("الزعبي|زعبي", "al-Zoubi|Zoabi|al-Zu'bi"),
  spelled("درويش", "Darwish|Darwich|Darweesh"),
  spelled("منصور", "Mansour|Mansur|Mansoor"),
  spelled("سليمان", "Suleiman|Sulayman|Soliman|Sleiman"),
  spelled("ديب", "Deeb|Dib"),
  spelled("شاهين", "Shahin|Chahine|Shaheen"),
  spelled("قاسم", "Qasim|Kassem|Qassem|Kasim"),
  spelled("بكري", "Bakri|Bakry"),
  spelled("الأسود|الاسود", "al-Aswad|Aswad|Alaswad"),
  spelled("الطويل|طويل", "al-Tawil|Taweel|at-Tawil"),
  spelled("عساف", "Assaf|Asaf"),
  spelled("يونس", "Younes|Yunus|Younis"),
  spelled("الراعي", "al-Rai|El-Raai|Alraai"),
  spelled("ضاهر|ظاهر", "Daher|Dhaher|Zaher"),
  spelled("بركات", "Barakat|Baraket"),
  spelled("الجندي|جندي", "al-Jundi|Joundi|El Gindi"),
  spelled("حمدان", "Hamdan|Hemdan"),
  spelled("العلي", "al-Ali|El Ali|Alali"),
  spelled("نعمة|نعمه", "Nima|Nehme|Ni'ma|Neameh"),
  spelled("غانم", "Ghanem|Ghanim|Ganem"),
];

/** Given names that are another name with one vowel or one letter changed, by their place in the list. */
const NEIGHBOURS: readonly (readonly [number, number])[] = [
  [0, 2],
  [0, 1],
  [3, 4],
  [16, 17],
  [7, 8],
  [6, 8],
  [9, 28],
  [13, 14],
];

export interface NamePair {
  readonly one: string;
  readonly other: string;
  readonly isSame: boolean;
}

const PAIRS = 300;
const SEED = 2025;

/** The labelled set: always the same. Two pairs of three are one person. */
export function namePairs(): NamePair[] {
  const random = seeded(SEED);
  const pick = picker(random);
  const chance = (of: number) => random() < of;
  const write = (name: Spelled, script: "ar" | "la") => pick(name[script]);

  const sameName = (): NamePair => {
    const [given, father, family] = [pick(GIVEN), pick(GIVEN), pick(FAMILY)];
    const written = (script: "ar" | "la", isShort: boolean): string => {
      const ibn = chance(0.15) ? (script === "ar" ? ["بن"] : [pick(["bin", "ibn"])]) : [];
      const middle = isShort ? [] : [...ibn, write(father, script)];
      const kunya = chance(0.08)
        ? [script === "ar" ? `أبو ${write(father, script)}` : `Abu ${write(father, script)}`]
        : [];
      const words = [write(given, script), ...middle, ...kunya, write(family, script)];
      const isTurned = script === "la" && chance(0.15);
      return (isTurned ? [...words.slice(-1), ...words.slice(0, -1)] : words).join(" ");
    };
    const scripts = pick([
      ["ar", "la"],
      ["la", "ar"],
      ["la", "la"],
      ["ar", "ar"],
      ["ar", "la"],
    ] as const);
    const one = written(scripts[0], chance(0.3));
    const other = written(scripts[1], chance(0.3));
    return { one, other: chance(0.2) ? slip(other, random) : other, isSame: true };
  };

  const otherName = (): NamePair => {
    const script = (): "ar" | "la" => (chance(0.5) ? "ar" : "la");
    const [a, b] = [script(), script()];
    const [given, father, family] = [pick(GIVEN), pick(GIVEN), pick(FAMILY)];
    const full = (one: Spelled, two: Spelled, three: Spelled, as: "ar" | "la") =>
      [one, two, three].map((name) => write(name, as)).join(" ");
    switch (Math.floor(random() * 3)) {
      case 0: {
        const brother = pick(GIVEN.filter((name) => name !== given));
        return {
          one: full(given, father, family, a),
          other: full(brother, father, family, b),
          isSame: false,
        };
      }
      case 1: {
        const [first, second] = pick(NEIGHBOURS);
        return {
          one: `${write(at(first), a)} ${write(family, a)}`,
          other: `${write(at(second), b)} ${write(family, b)}`,
          isSame: false,
        };
      }
      default: {
        const elsewhere = pick(FAMILY.filter((name) => name !== family));
        return {
          one: full(given, father, family, a),
          other: full(given, father, elsewhere, b),
          isSame: false,
        };
      }
    }
  };

  return Array.from({ length: PAIRS }, (_, at) => (at % 3 === 2 ? otherName() : sameName()));
}

/** People who are on no other list, by whom the others are surrounded. */
export function namesAround(count: number): string[] {
  const pick = picker(seeded(SEED + 1));
  return Array.from({ length: count }, () => {
    const script = pick(["ar", "la"] as const);
    const words = [pick(GIVEN), pick(GIVEN), pick(FAMILY)].map((name) => pick(name[script]));
    return words.join(" ");
  });
}

/** A name of the list. */
function at(place: number): Spelled {
  const name = GIVEN[place];
  if (name === undefined) throw new Error(`no given name ${place}`);
  return name;
}

/** One of several, by chance. */
const picker =
  (random: () => number) =>
  <T>(from: readonly T[]): T => {
    const found = from[Math.floor(random() * from.length)];
    if (found === undefined) throw new Error("nothing to pick from");
    return found;
  };

/** One letter in the middle of a word left out, doubled by its neighbour, or changed places with it. */
function slip(name: string, random: () => number): string {
  const signs = Array.from(name.normalize("NFC"));
  const place = 1 + Math.floor(random() * (signs.length - 2));
  const [one = "", next = ""] = signs.slice(place, place + 2);
  if (!/\p{L}/u.test(one) || !/\p{L}/u.test(next)) return name;
  const slips = [[next], [next, one], [next, next]];
  signs.splice(place, 2, ...picker(random)(slips));
  return signs.join("");
}

/** Numbers from 0 up to 1, the same for a seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
