/** By this code bin/serve.mjs knows that the server has locked itself, and starts it again. */
export const LOCKED_EXIT = 75;
