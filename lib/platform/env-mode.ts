/** True under the development server only; a production build replaces it with false. */
export const isDevelopment = process.env.NODE_ENV === "development";
