import { eventsOfPod, failedCall, type Question } from "./question.js";

/** What the app or a library says in code goes before all that the webhook does. */
export const defaultChain: Question = {
  id: "default-chain",
  asks: "Does the program use the SDK's default chain, with nothing about credentials in its code, its settings or its libraries?",
  commands: ["irsa-sim chain SDK --env FILE"],
  answer: (report) =>
    failedCall(report) === null ? null : !eventsOfPod(report).some((event) => event.kind === "note" && event.name === "sdk.providers-in-code"),
};
