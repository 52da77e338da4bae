import type { Edit } from "@irsa-sim/core";
import type { Symptom } from "../cause.js";
import { sentToken } from "./sent-token.js";

/** The token's issuer as a provider in the account of the role. */
export function addProvider(symptom: Symptom): readonly Edit[] {
  const sent = sentToken(symptom);
  if (sent === null) return [];
  return [
    { source: `account/${sent.account}`, pointer: "/oidcProviders/-", value: { url: `https://${sent.issuer}`, clientIds: [sent.audience], thumbprints: null } },
  ];
}

/** One more audience or thumbprint of the token's issuer, beside those that are there. */
export function addToProvider(symptom: Symptom, list: "ClientIDList" | "ThumbprintList", value: string): readonly Edit[] {
  const sent = sentToken(symptom);
  return sent === null ? [] : [{ source: `oidc-provider/${sent.issuer}`, pointer: `/${list}/-`, value }];
}
