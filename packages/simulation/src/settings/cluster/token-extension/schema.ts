/** Whether tokens of pods that ask the API server's own audience live longer than they were asked for. */
import { flag } from "@irsa-sim/core/schema";

export const extendTokenExpiration = flag()
  .default(true)
  .describe("--service-account-extend-token-expiration: pods' tokens for the API server, asked for 3607 s, are signed for a year; true when left out");
