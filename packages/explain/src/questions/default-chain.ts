import { failedCall, notesOfPod, type Question } from "./question.js";

/** What the app or a library says in code goes before all that the webhook does; a profile or a file comes before or behind it. */
export const defaultChain: Question = {
  id: "default-chain",
  asks: "Are there other credentials in the program's code, its libraries, its variables or its files?",
  commands: ["irsa-sim chain SDK --env FILE"],
  answers: { no: "no: the SDK's default chain, and web identity alone", code: "in the code, or in a library's", file: "in a profile or a file of credentials" },
  answer(report) {
    if (failedCall(report) === null) return null;
    const names = notesOfPod(report).map(({ name }) => name);
    if (names.includes("sdk.providers-in-code")) return "code";
    return names.includes("sdk.profile-shadowed") ? "file" : "no";
  },
};
