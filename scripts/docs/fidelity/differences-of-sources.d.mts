/** One paragraph of a source: `file` is `package/path.ts`, without `src`. */
export function differencesOfSources(): { file: string; text: string; unconfirmed: boolean }[];
