/** A company's firewall that opens TLS and signs what it shows anew. */
import { choice, list, pattern, strictObject } from "@irsa-sim/core/schema";

const hostName = pattern(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/, "a host such as sts.eu-west-1.amazonaws.com, or *.amazonaws.com for all below it");

export const tlsInspection = strictObject({
  root: choice(["company"]).default("company").describe("whose root signs the certificates that apps are shown; the company's when left out"),
  hosts: list(hostName, "a list of hosts").optional().describe("hosts that are inspected, *. for all below a name; all when left out"),
});

/** As the firewall works by it. */
export interface TlsInspection {
  /** `null` for all. */
  readonly hosts: readonly string[] | null;
}
