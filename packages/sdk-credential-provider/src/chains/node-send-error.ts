import type { Unanswered } from "./unanswered.js";

/** What Node says when no response came. */
export function nodeSendError({ error: { code, message } }: Unanswered): string {
  if (code === "ERR_TLS_UNTRUSTED") return "unable to verify the first certificate";
  return code === "ERR_TLS_EXPIRED" ? "certificate has expired" : message;
}
