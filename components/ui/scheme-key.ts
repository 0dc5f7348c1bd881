/** Where this browser keeps the person's choice of light, dark or as the device (`auto`). */
export const SCHEME_KEY = "attest-scheme";
