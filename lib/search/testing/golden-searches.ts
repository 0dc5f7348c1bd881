/**
 * Sixty searches with the records that each must show on its first page: spellings of the demo record's own places and
 * bodies, of the training case, and of invented names, in both scripts.
 */

/** Invented names, recorded beside the demo's: English or transliterated, Arabic, other spellings. */
export const INVENTED = {
  places: [
    ["Tell Rummaneh", "تل الرمانة", "Tal al-Rumana"],
    ["Ayn as-Sindiyan", "عين السنديان", null],
    ["Khirbat al-Lawz", "خربة اللوز", "Khirbet al-Loz"],
    ["Burj el-Qamar", "برج القمر", null],
    ["Deir Mar Yunan", "دير مار يونان", "Dayr Yunan"],
    ["Jisr al-Hawa", "جسر الهوى", null],
    ["Wadi az-Zaytuna", "وادي الزيتونة", null],
    ["Checkpoint 47, Qal'at al-Ruʾya", "حاجز ٤٧، قلعة الرؤية", null],
    ["Şafak Köyü", null, null],
  ],
  actors: [
    ["Abu Shams Battalion", "كتيبة أبو شمس", "Shams group\nAbou Chams"],
    ["Mu‘ādh Brigade", "لواء مُعاذ", null],
    ["Committee of the Seven Wells", "لجنة الآبار السبعة", null],
  ],
} as const;

interface Golden {
  readonly search: string;
  /** Labels that the hits by name must have among them. */
  readonly names?: readonly string[];
  /** Titles of testimonies and other records whose texts must be among the hits. */
  readonly texts?: readonly string[];
}

export const GOLDEN: readonly Golden[] = [
  // Places of the public record, as people spell them.
  { search: "lattakia", names: ["Latakia", "Latakia Governorate"] },
  { search: "Latakiya", names: ["Latakia"] },
  { search: "اللاذقيه", names: ["Latakia", "Latakia Governorate"] },
  { search: "لاذقية", names: ["Latakia"] },
  { search: "tartous", names: ["Tartus", "Tartus Governorate"] },
  { search: "طَرطُوس", names: ["Tartus", "Tartus Governorate"] },
  { search: "banias", names: ["Baniyas", "Baniyas countryside"] },
  { search: "بانيـــاس", names: ["Baniyas"] },
  { search: "jable", names: ["Jableh", "Jableh countryside"] },
  { search: "جبله", names: ["Jableh"] },
  { search: "qardaha", names: ["Qardaha", "Qardaha countryside"] },
  { search: "القرداحه", names: ["Qardaha"] },
  { search: "قرداحة", names: ["Qardaha"] },
  { search: "Qadmus", names: ["Al-Qadmus", "Al-Qadmus-Baniyas highway"] },
  { search: "el qadmous", names: ["Al-Qadmus"] },
  { search: "haffa", names: ["Al-Haffah"] },
  { search: "الحفه", names: ["Al-Haffah"] },
  { search: "mukhtareya", names: ["Al-Mukhtariya"] },
  { search: "المختاريه", names: ["Al-Mukhtariya"] },
  { search: "snobar", names: ["Sanobar"] },
  { search: "Bayt Ana", names: ["Beit Ana"] },
  { search: "بيت عانا", names: ["Beit Ana"] },
  { search: "Qusair", names: ["Qusayr"] },
  { search: "قصير", names: ["Qusayr"] },
  { search: "Deir ez Zor", names: ["Deir ez-Zor"] },
  { search: "دير زور", names: ["Deir ez-Zor"] },
  { search: "Ta’nita", names: ["Taanita"] },
  { search: "Ayn al-Arous", names: ["Ain al-Arous"] },
  { search: "إدلب", names: ["Idlib Governorate"] },
  { search: "ادلب", names: ["Idlib Governorate"] },
  { search: "ارزة", names: ["Arzah"] },
  { search: "arza", names: ["Arzah", "Security post at Arzah"] },
  { search: "samandag", names: ["Samandağ"] },
  { search: "observatory human", names: ["Syrian Observatory for Human Rights (SOHR)"] },
  { search: "hayat tahrir", names: ["Hay'at Tahrir al-Sham (HTS)"] },
  { search: "hamza div", names: ["Hamza Division"] },
  // The training case.
  { search: "وادى نارين", names: ["Wadi Narin"] },
  { search: "tal harmoul", names: ["Tal Harmul"] },
  { search: "حاجز الطاحونه", names: ["Mill Bridge checkpoint"] },
  { search: "برقال", names: ["Barqal", "Barqal Letter"] },
  { search: "الضفه الاخرى", names: ["من الضفة الأخرى"] },
  { search: "ام تنتظر", names: ["أمٌّ تنتظر"] },
  { search: "canal", texts: ["In the classroom and at the canal"] },
  // Invented names.
  { search: "تل رمانه", names: ["Tell Rummaneh"] },
  { search: "tell rumane", names: ["Tell Rummaneh"] },
  { search: "Ain al-Sindiyan", names: ["Ayn as-Sindiyan"] },
  { search: "السنديان", names: ["Ayn as-Sindiyan"] },
  { search: "khirbet al loz", names: ["Khirbat al-Lawz"] },
  { search: "burj alqamar", names: ["Burj el-Qamar"] },
  { search: "جسر الهوي", names: ["Jisr al-Hawa"] },
  { search: "وادي زيتونه", names: ["Wadi az-Zaytuna"] },
  { search: "zaituna", names: ["Wadi az-Zaytuna"] },
  { search: "حاجز 47", names: ["Checkpoint 47, Qal'at al-Ruʾya"] },
  { search: "checkpoint ٤٧", names: ["Checkpoint 47, Qal'at al-Ruʾya"] },
  { search: "قلعه الروية", names: ["Checkpoint 47, Qal'at al-Ruʾya"] },
  { search: "safak koyu", names: ["Şafak Köyü"] },
  { search: "كتيبة ابو شمس", names: ["Abu Shams Battalion"] },
  { search: "muadh brig", names: ["Mu‘ādh Brigade"] },
  { search: "معاذ", names: ["Mu‘ādh Brigade"] },
  { search: "لجنة الابار", names: ["Committee of the Seven Wells"] },
];
