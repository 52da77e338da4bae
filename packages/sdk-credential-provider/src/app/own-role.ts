/** The second AssumeRole of an app: with the credentials that the SDK found it assumes a role of its own settings. */
import type { ChainLink, SdkChain } from "../chains/chain.js";
import type { CredentialCache } from "../refresh/credential-cache.js";
import { assumeRole } from "../sts/assume-role.js";
import type { OwnRole } from "./credential-habits.js";

/** The chain that has this role as its only link; what it gives is cached and replaced by the SDK's own rules. */
export function ownRoleChain(chain: SdkChain, from: { readonly source: CredentialCache; readonly role: OwnRole }): SdkChain {
  const sharedConfig = { ...chain.sharedConfig, profileInCodeBypassesChain: false };
  return { ...chain, links: [ownRoleLink(from.source, from.role)], departures: {}, onRefresh: "winner", sharedConfig };
}

function ownRoleLink(source: CredentialCache, { roleArn, sessionName = "", durationSeconds, ...wishes }: OwnRole): ChainLink {
  return {
    name: "the app's own AssumeRole",
    kind: "assume-role",
    onError: "fail",
    async ask(input) {
      const found = await source.get(input);
      if ("error" in found) return { verdict: "error", inputs: [], error: found.error };
      if (found.credentials === null) return { verdict: "skip", inputs: [], reason: "there are no credentials to assume it with" };
      const assumed = await assumeRole(input, { roleArn, sessionName, source: found.credentials, durationSeconds, wishes });
      return "error" in assumed ? { verdict: "error", inputs: [], error: assumed.error } : { verdict: "match", inputs: [], ...assumed };
    },
  };
}
