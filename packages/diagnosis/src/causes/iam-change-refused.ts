import type { Cause } from "../cause.js";
import { visible } from "../visible.js";

/** What IAM's codes mean for who wants to change something. */
const CODES: Readonly<Record<string, readonly [because: string, fix: string]>> = {
  EntityAlreadyExists: ["there is already one of that name", "import it into the tool that wants to create it, or give the new one another name"],
  DeleteConflict: ["something still hangs on it", "delete its inline policies, detach its managed ones and delete old versions first"],
  LimitExceeded: ["a quota of the account is used up", "delete what is not needed, or ask for a higher quota (Service Quotas, IAM)"],
  NoSuchEntity: [
    "it is not there, or not there yet",
    "create it first, in this account and under exactly this name or ARN; wait some seconds after creating it",
  ],
  InvalidAction: ["IAM has no such operation", "use the API's version 2010-05-08 and the operation's own name"],
  AccessDenied: ["the one who wants to change it may not", "allow the action to the user or role that runs the tool"],
};
const INPUT: readonly [because: string, fix: string] = ["a value of the call is not one that IAM takes", "mend the value that the message names"];
const INPUT_CODES = ["ValidationError", "InvalidInput", "MalformedInput", "MalformedPolicyDocument"];

/** Not in failures.md: what IAM says to the one who sets things up. */
export const iamChangeRefused: Cause = {
  id: "iam-change-refused",
  rank: "symptom",
  title: "IAM refused what was to be set up",
  see: "EntityAlreadyExists, DeleteConflict, LimitExceeded (409), NoSuchEntity (404), ValidationError (400) from aws iam, Terraform or eksctl",
  why: "Roles, policies and providers have names that are taken, quotas, and an order in which they can be made and deleted. Tools of several owners meet in one account.",
  prove: ["aws iam get-role --role-name ROLE", "aws iam get-account-summary", "aws iam list-open-id-connect-providers"],
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html",
  ],
  explain: (symptom) => (symptom.check.actor === "iam" ? explainCode(symptom) : null),
  explainOwnError: (error) => (error.exchange?.to === "iam" ? explainCode(error) : null),
};

function explainCode({ told: { code, message }, exchange }: Parameters<NonNullable<Cause["explainOwnError"]>>[0]) {
  const [because, fix] = CODES[code] ?? (INPUT_CODES.includes(code) ? INPUT : []);
  if (because === undefined || fix === undefined) return null;
  return { because: `IAM refused ${exchange?.name ?? "the call"}, for ${because}: ${visible(message)}`, fix };
}
