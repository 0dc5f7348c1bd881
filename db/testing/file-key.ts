/** The key of every database that a test makes: tests run under the cipher, as the program does. */
export const TEST_FILE_KEY = Buffer.alloc(32, 5);
