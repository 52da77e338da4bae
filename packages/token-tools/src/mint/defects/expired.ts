import type { Defect } from "../defect.js";

/** Longer ago than STS bears. */
const AGO_SECONDS = 3600;

/** It was issued so long ago that it has ended. */
export const expired: Defect = {
  id: "expired",
  says: "it ended an hour ago",
  clockOffset: (expirationSeconds) => -(expirationSeconds + AGO_SECONDS),
};
