import type { CertificateSummary, CheckEvent } from "@irsa-sim/core";

/** What a client saw of a server's certificates, and what it made of them. */
export interface Handshake {
  readonly host: string;
  /** As sent, the server's own first. */
  readonly certificates: readonly CertificateSummary[];
  /** Who signed the last one sent and stays with the client; `null` when the last one signed itself. */
  readonly root: string | null;
  /** Which certificate IAM's thumbprint is of, from 0; `null` where nobody asks for one. */
  readonly compared: number | null;
  /** Trust, time and name, in the order in which a client asks. */
  readonly questions: readonly HandshakeQuestion[];
  /** STS' own record of whether it talks to the issuer's host; `null` for any other client. */
  readonly check: CheckEvent | null;
}

/** One thing that a client asks of a chain. */
export interface HandshakeQuestion {
  readonly id: "trust" | "time" | "name";
  /** `not-reached`: one before it was answered with no. */
  readonly outcome: "passed" | "failed" | "not-reached";
  /** For people: why not, or what was found. */
  readonly found: string;
}
