import { NetworkError } from "../network/network-error.js";
import type { TlsPolicy } from "./tls-policy.js";
import { verifyCertificateChain } from "./verify-certificate-chain.js";

/**
 * The policy of an ordinary client: the chain must lead to one of its roots.
 *
 * @param anchors PEM of the trusted roots
 */
export function trustAnchors(anchors: readonly string[]): TlsPolicy {
  return {
    accept(peer) {
      const problem = verifyCertificateChain(peer, anchors);
      if (problem !== null) throw new NetworkError(problem.code, problem.message);
    },
  };
}
