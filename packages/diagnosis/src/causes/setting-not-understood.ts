import type { Cause } from "../cause.js";
import { environmentEdits, writtenContainer } from "../container-edits.js";
import { visible } from "../visible.js";

/** Not in failures.md: a value of a variable that one SDK knows and another does not. */
export const settingNotUnderstood: Cause = {
  id: "setting-not-understood",
  rank: "mistaken",
  title: "A variable of the SDK has a value that this SDK does not take",
  see: "invalid AWS_RETRY_MODE value, unknown RetryMode, legacy; invalid value for AWS_MAX_ATTEMPTS",
  why: "SDKs share the names of their variables and not all of their values: one's setting is another's error, at the start of the program.",
  prove: ["kubectl exec -n NAMESPACE POD -- env | grep AWS_"],
  sources: ["https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html"],
  explainOwnError(error) {
    const [name] = /AWS_[A-Z_]+(?= value|: invalid)|(?<=(?:invalid|unknown|bad) (?:value (?:for|of) )?)AWS_[A-Z_]+/i.exec(error.told.message) ?? [];
    if (name === undefined || !/invalid|unknown|not valid|must be/i.test(error.told.message)) return null;
    const written = writtenContainer(error)?.container.env?.some((variable) => variable.name === name) ?? false;
    return {
      because: `${name} has a value that this SDK does not take: ${visible(error.told.message)}`,
      fix: `take ${name} out of the container, or give it a value that this SDK knows`,
      edits: written ? environmentEdits(error, { [name]: null }) : [{ source: "call", pointer: `/app/environment/${name}`, value: null }],
    };
  },
};
