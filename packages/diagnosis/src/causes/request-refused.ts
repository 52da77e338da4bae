import { findEvent } from "@irsa-sim/core";
import type { Cause } from "../cause.js";
import { isObjectRefused } from "../is-object-refused.js";
import { visible } from "../visible.js";

/** Not in failures.md: what is said of an answer that no check of the service stands behind. */
export const requestRefused: Cause = {
  id: "request-refused",
  rank: "general",
  title: "Somebody was asked and refused, or did not answer",
  see: "Error from server (NotFound): serviceaccounts NAME not found; An error occurred (NoSuchEntity) when calling the GetRole operation",
  why: "kubectl, the aws command line and controllers ask the API server and IAM for what is not there, or reach nobody.",
  prove: ["repeat the command with -v=8 (kubectl) or --debug (aws)"],
  sources: ["https://kubernetes.io/docs/reference/using-api/api-concepts/"],
  explainOwnError({ exchange, told, events, action }) {
    const actor = exchange?.actor ?? findEvent(events, action)?.actor;
    if (actor === "sdk" || (isObjectRefused(exchange) && exchange?.response?.status !== 500)) return null;
    if (exchange === null) return { because: `what was to be done was not: ${visible(told.message)}`, fix: "what the message names" };
    const how = exchange.failure === null ? `answered ${exchange.response?.status}` : `did not answer (${exchange.failure.code})`;
    return {
      because: `${new URL(exchange.request.url).hostname} ${how} to ${exchange.name}: ${visible(told.message)}`,
      fix: `what ${exchange.name} names: it must be there, and its host must be reached`,
    };
  },
};
