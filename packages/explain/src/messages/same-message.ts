import { unwrapped } from "../text/unwrapped.js";
import { wordsOf } from "../text/words-of.js";
import { findKinds } from "./find-kinds.js";
import { HIDDEN } from "./kinds/own-words.js";

/** Ids of the kinds behind which any answer of STS can be. */
const HIDING = HIDDEN.map(({ id }) => id);
/** What STS says, or what keeps a call from it. */
const BEFORE_CREDENTIALS = /^(sts-|token-|throttled)/;
/** Names that stand in messages and say whose they are. */
const NAME = /arn:aws[\w-]*:(?:iam|sts)::[^\s"',;)]+|system:serviceaccount:[\w:.-]+/g;

/**
 * How well a text that somebody met fits a message that is known: above 0 when it says the same, whoever printed it and whatever stands around it, and more with each name that they share.
 *
 * @param text what was met: a message, a log, several errors
 * @param message what a service or an SDK said, without anything around it
 * @returns 0 when the text says something else
 */
export function likenessOf(text: string, message: string): number {
  const shared = new Set([...message.matchAll(NAME)].map(([name]) => name).filter((name) => text.includes(name))).size;
  if (text.includes(message)) return 3 + shared;
  if (isOfSameKind(text, message)) return 2 + shared;
  return isHidden(text, message) ? 1 + shared : 0;
}

function kindsOf(text: string): readonly string[] {
  const forms = [...new Set([text, unwrapped(text)])];
  return [...new Set(forms.flatMap((form) => findKinds(wordsOf(form)).map(({ id }) => id)))];
}

function isOfSameKind(text: string, message: string): boolean {
  const [lead] = kindsOf(message);
  if (lead !== undefined) return kindsOf(text).includes(lead);
  const words = wordsOf(message).join(" ");
  return words.length > 0 && wordsOf(text).join(" ").includes(words);
}

/** An SDK that only says that STS gave nothing. */
function isHidden(text: string, message: string): boolean {
  const [lead = ""] = kindsOf(text);
  return HIDING.includes(lead) && kindsOf(message).some((kind) => BEFORE_CREDENTIALS.test(kind));
}
