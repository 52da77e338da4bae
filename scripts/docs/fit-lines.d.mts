/** A page of Markdown that says the same in lines of at most 200 characters; a single word that is longer stays whole. */
export function fitLines(page: string): string;
