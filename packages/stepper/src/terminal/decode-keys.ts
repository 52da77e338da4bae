const ESCAPE = "\u001B";

/** What terminals send for keys, as xterm began it (ctlseqs, "PC-Style Function Keys"). */
const SEQUENCES: Readonly<Record<string, string>> = {
  ...{ A: "up", B: "down", C: "right", D: "left", H: "home", F: "end", Z: "shift-tab" },
  ...{ "1~": "home", "2~": "insert", "3~": "delete", "4~": "end", "5~": "pageup", "6~": "pagedown", "7~": "home", "8~": "end" },
};

const CONTROLS: Readonly<Record<string, string>> = {
  "\r": "enter",
  "\n": "enter",
  "\t": "tab",
  " ": "space",
  "\b": "backspace",
  "\u007F": "backspace",
  [ESCAPE]: "escape",
};

/** A key that sends a sequence: CSI or SS3, parameters, a final character. */
const SEQUENCE = new RegExp(`^${ESCAPE}(?:\\[(?:\\[(.)|([0-9;]*)([@-~]))|O(.))`, "u");
/** The beginning of one, of which the rest is still to come. */
const PART_OF_SEQUENCE = new RegExp(`^${ESCAPE}\\[[0-9;[]*$`, "u");

const MODIFIERS: Readonly<Record<string, string>> = { 1: "", 2: "shift-", 3: "alt-", 5: "ctrl-" };

/** The keys in a piece of input. */
export interface DecodedKeys {
  /** In order: a printable character is its own name, others are called `enter`, `left`, `shift-right`, `ctrl-c`, `unknown`. */
  readonly keys: readonly string[];
  /** What begins a sequence whose end has not come. */
  readonly rest: string;
}

/**
 * Which keys were pressed. A single escape character is the key Escape: terminals send a sequence in one piece.
 *
 * @example decodeKeys("q\u001B[6~").keys // => ["q", "pagedown"]
 */
export function decodeKeys(input: string): DecodedKeys {
  const keys: string[] = [];
  let rest = input;
  while (rest !== "") {
    if (PART_OF_SEQUENCE.test(rest)) return { keys, rest };
    const sequence = SEQUENCE.exec(rest);
    const taken = sequence?.[0] ?? String.fromCodePoint(rest.codePointAt(0) as number);
    keys.push(sequence === null ? characterName(taken) : sequenceName(sequence));
    rest = rest.slice(taken.length);
  }
  return { keys, rest };
}

function sequenceName([, linux, parameters = "", final, application]: RegExpExecArray): string {
  if (linux !== undefined) return "unknown";
  const [first = "", modifiers = "1"] = parameters.split(";");
  const code = final === "~" ? `${first}~` : (final ?? application ?? "");
  const name = SEQUENCES[code];
  if (name === undefined) return "unknown";
  const prefix = MODIFIERS[modifiers];
  return prefix === undefined ? "unknown" : `${prefix}${name}`;
}

function characterName(character: string): string {
  const known = CONTROLS[character];
  if (known !== undefined) return known;
  const code = character.codePointAt(0) as number;
  if (code >= 1 && code <= 26) return `ctrl-${String.fromCharCode(code + 96)}`;
  return /[\p{Cc}\p{Cf}\p{Cs}]/u.test(character) ? "unknown" : character;
}
