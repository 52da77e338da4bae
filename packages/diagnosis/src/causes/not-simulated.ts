import type { Cause } from "../cause.js";
import { refusalOfS3 } from "../s3-refusal.js";
import { visible } from "../visible.js";

/** Not in failures.md, and not AWS's: what S3 has and the simulator has not. */
export const notSimulated: Cause = {
  id: "not-simulated",
  rank: "mistaken",
  title: "The simulator does not have what was asked for",
  see: "NotImplemented (501): A header you provided implies functionality that is not implemented",
  why: "What S3 has and the simulator has not, such as versions, access control lists and object locks, is refused and never ignored. On AWS the call may well succeed.",
  prove: ["docs/fidelity.md, for what differs from AWS", "make the call on AWS"],
  sources: ["https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html"],
  explainOwnError(error) {
    const { code, message } = error.told;
    if (code !== "NotImplemented" || (refusalOfS3(error) === null && error.exchange !== null)) return null;
    return {
      because: `the simulator does not play this, which says nothing about AWS: ${visible(message)}`,
      fix: "leave it out of the scenario, or try the call on AWS; who may call, the simulator has decided as AWS does",
    };
  },
};
