import type { Cause } from "../cause.js";
import { environmentEdits, writtenContainer } from "../container-edits.js";
import { visible } from "../visible.js";

const PAIR = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];

/** Not in failures.md: the neighbour of rank 16, with half of what it takes. */
export const partialKeys: Cause = {
  id: "partial-keys",
  rank: "mistaken",
  title: "Half of a key pair is set, and the SDK stops at it",
  see: "Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY; partial credentials found for profile default",
  why: "A key id without its secret, in the environment or in a profile, is an error to some SDKs and is passed over by others. Web identity stands behind it and is never asked.",
  prove: ["kubectl exec -n NAMESPACE POD -- env | grep AWS_", "kubectl exec -n NAMESPACE POD -- cat /root/.aws/credentials"],
  sources: ["https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html"],
  explainOwnError(error) {
    if (!/partial/i.test(`${error.told.code} ${error.told.message}`) || /in assume-role/.test(error.told.message)) return null;
    const written = (writtenContainer(error)?.container.env ?? []).map(({ name }) => name).filter((name) => PAIR.includes(name));
    return {
      because: `${written.length === 0 ? "the app's environment or a shared file" : `the container's env, with ${written.join(" and ")} alone,`} has half of a key pair, and the SDK stops there: ${visible(error.told.message.trim())}`,
      fix: "take the half out, or add the other one if static keys are meant; web identity needs neither",
      edits:
        written.length === 0
          ? PAIR.map((name) => ({ source: "call", pointer: `/app/environment/${name}`, value: null }))
          : environmentEdits(error, Object.fromEntries(written.map((name) => [name, null]))),
    };
  },
};
