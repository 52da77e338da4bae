/** What a label selector is made of; a word that means something can also be a value. */
export interface Token {
  readonly kind: "(" | ")" | "," | "!" | "=" | "==" | "!=" | ">" | "<" | "in" | "notin" | "word" | "end" | "error";
  readonly text: string;
}

const SYMBOLS = ["!=", "==", "=", "!", "(", ")", ",", ">", "<"] as const;

/** Cuts a label selector into its parts, the end as the last of them. */
export function labelTokens(selector: string): readonly Token[] {
  const tokens: Token[] = [];
  let rest = selector.replace(/^[ \t\r\n]+/, "");
  while (rest !== "") {
    const token = nextToken(rest);
    tokens.push(token);
    rest = rest.slice(token.text.length).replace(/^[ \t\r\n]+/, "");
  }
  return [...tokens, { kind: "end", text: "" }];
}

function nextToken(rest: string): Token {
  const symbol = SYMBOLS.find((candidate) => rest.startsWith(candidate));
  if (symbol !== undefined) return { kind: symbol, text: symbol };
  const [text = rest] = /^[^=!(),<> \t\r\n]+/.exec(rest) ?? [];
  return { kind: text === "in" || text === "notin" ? text : "word", text };
}
