import { type Arn, type EpochMillis, epochMillis } from "@irsa-sim/core";
import type { Role } from "../accounts/account.js";

/** When tests of sessions begin. */
export const NOW: EpochMillis = epochMillis(Date.UTC(2026, 0, 5, 9));

/** A role with a path and a tag, for tests of what its sessions carry. */
export const TEAM_ROLE: Role = {
  arn: "arn:aws-cn:iam::111122223333:role/team/app" as Arn,
  id: "AROAEXAMPLE",
  name: "app",
  path: "/team/",
  trustPolicy: { source: "role/app/trust-policy", document: {} },
  inlinePolicies: new Map(),
  tags: new Map([["Team", "payments"]]),
  maxSessionDurationSeconds: 3600,
  createdAt: NOW,
};

/** A role with neither. */
export const PLAIN_ROLE: Role = { ...TEAM_ROLE, arn: "arn:aws:iam::111122223333:role/app" as Arn, path: "/", tags: new Map() };
