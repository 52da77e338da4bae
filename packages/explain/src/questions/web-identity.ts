import type { NoteEvent } from "@irsa-sim/core";
import { eventsOfPod, failedCall, notesOfPod, type Question } from "./question.js";

const MODULE = /class ?path|classpath|module|jar\b|Assembly/i;

/** What becomes of web identity is in the log, where the error tells of whoever came after it. */
export const webIdentity: Question = {
  id: "web-identity",
  asks: "What does the SDK's debug log say of its web identity provider?",
  commands: [
    "kubectl logs -n NAMESPACE POD -c CONTAINER | grep -iE 'webidentity|web identity|web_identity|AssumeRoleWithWebIdentity'",
    "irsa-sim chain SDK --env FILE",
  ],
  answers: {
    absent: "it is not asked: the SDK's release is older, or the code chooses another",
    skipped: "it is passed over: a variable is not set, or not usable",
    module: "it lacks a module or library",
    file: "it cannot read the token",
    sts: "STS refused, or did not answer",
    credentials: "it gave credentials",
  },
  answer(report) {
    if (failedCall(report) === null) return null;
    const asked = notesOfPod(report).findLast(({ name, attributes }) => name === "sdk.provider" && attributes.kind === "web-identity");
    return asked === undefined ? "absent" : becameOf(asked, wasStsAsked(report, asked));
  },
};

function becameOf({ attributes: { verdict, reason } }: NoteEvent, isStsAsked: boolean): string {
  if (verdict === "skip") return "skipped";
  if (verdict !== "error") return "credentials";
  if (isStsAsked) return "sts";
  return MODULE.test(String(reason)) ? "module" : "file";
}

function wasStsAsked(report: Parameters<Question["answer"]>[0], { subject }: NoteEvent): boolean {
  return eventsOfPod(report).some((event) => event.kind === "exchange" && event.name === "AssumeRoleWithWebIdentity" && event.subject?.call === subject?.call);
}
