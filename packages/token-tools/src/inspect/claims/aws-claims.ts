/** AWS's own claims (sts-and-iam.md, section 7); Kubernetes never writes them. */
import type { ClaimRule } from "../claim-rule.js";
import { listed, show } from "../in-words.js";
import { textsOf } from "./registered-claims.js";

/** As they are told. */
export const AWS_CLAIMS: readonly ClaimRule[] = [
  {
    path: ["https://aws.amazon.com/tags"],
    explain: () => "session tags for the role; the trust policy must allow sts:TagSession too",
    readBy: ["sts.session-claims", "sts.trust-policy"],
  },
  {
    path: ["https://aws.amazon.com/source_identity"],
    explain: (value) => `the source identity ${show(value)}; the trust policy must allow sts:SetSourceIdentity too`,
    readBy: ["sts.session-claims", "sts.trust-policy"],
  },
  {
    path: ["https://aws.amazon.com/roles"],
    explain: (value) => `the only roles that it is good for: ${listed(textsOf(value))}`,
    readBy: ["sts.session-claims", "sts.roles-claim"],
  },
];
