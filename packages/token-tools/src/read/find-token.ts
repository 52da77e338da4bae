/** A token within another text, as people copy one. */
export interface FoundToken {
  /** The token, or the whole text where none stands in it. */
  readonly text: string;
  /** What it was found in, as a sentence goes on after "found in"; `null` for a token by itself. */
  readonly within: string | null;
  /** How many other tokens stand there. */
  readonly others: number;
}

/** A header that is a JSON object begins with `{"`, which is `eyJ` in base64; the signature may be absent. */
const TOKEN = /eyJ[\w-]{5,}\.eyJ[\w-]+\.[\w-]*/g;

/** What stands directly before a token, the nearest first. */
const BEFORE: readonly (readonly [form: RegExp, within: (name: string) => string])[] = [
  [/\bBearer\s+$/i, () => "an Authorization header"],
  [/"(?:status"\s*:\s*\{[^}]*")?([\w.-]+)"\s*:\s*"$/, (name) => `JSON, as ${name}`],
  [/(?:^|\s)([A-Za-z_]\w*)=["']?$/, (name) => `a variable, ${name}`],
  [/(?:^|\n)\s*(?:-\s+)?([\w.-]+):\s+["']?$/, (name) => `YAML, as ${name}`],
  [/[?&]([\w.-]+)=$/, (name) => `a query, as ${name}`],
];

/** Finds the token in a header, a document, a variable or any other text; the first of several. */
export function findToken(text: string): FoundToken {
  const whole = text.trim();
  const found = [...new Set([...whole.matchAll(TOKEN)].map(([token]) => token))];
  const [token] = found;
  if (token === undefined || token === whole || isOneWord(whole)) return { text: whole, within: null, others: 0 };
  const before = whole.slice(0, whole.indexOf(token));
  const known = BEFORE.map(([form, within]) => [form.exec(before), within] as const).find(([match]) => match !== null);
  return { text: token, within: known === undefined ? "a longer text" : known[1](known[0]?.[1] ?? ""), others: found.length - 1 };
}

/** What is only made of a token's characters is meant as one, whole. */
function isOneWord(text: string): boolean {
  return /^[\w.+/=-]*$/.test(text) && !/^[A-Za-z_]\w*=/.test(text);
}
