/** Characters. */
export const PASSWORD_LENGTH = { min: 15, max: 200 } as const;
