import type { MessageKind } from "../message-kind.js";

/** Credentials were sent, and are not good; or their signature is not. */
export const KEYS: readonly MessageKind[] = [
  {
    id: "clock",
    says: "the clock of the container or its node is wrong",
    forms: [
      /requesttimetooskewed|difference between the request time|signature expired .{0,60}is now earlier than|signature not yet current|token used before issued/,
    ],
    causes: ["clock-skew"],
  },
  {
    id: "key-not-known",
    says: "the access key is not one that AWS knows (any more)",
    forms: [/invalidaccesskeyid|access key id you provided does not exist/],
    causes: ["static-keys-shadow-irsa", "cli-cached-credentials", "key-and-token-mismatch", "role-recreated"],
  },
  {
    id: "security-token",
    says: "access key and session token are not one set of credentials, or belong to another partition",
    forms: [/security token included in the request is invalid|invalidclienttokenid|invalidtoken\b|provided token is malformed|unrecognizedclientexception/],
    causes: ["static-keys-shadow-irsa", "key-and-token-mismatch", "partition-audience-endpoint", "role-recreated"],
  },
  {
    id: "credentials-expired",
    says: "the credentials were used after their end; they live an hour, and somebody kept them",
    forms: [/(provided|security) token (included in the request )?(has|is) expired|expiredtoken(exception)?\b|requestexpired|request has expired/],
    causes: ["token-read-once", "session-expired", "no-expiry-grace", "static-keys-shadow-irsa"],
  },
  {
    id: "broker",
    says: "the broker (MSK) does not take the credentials: an hour old and kept by the client, or without rights for the cluster",
    forms: [/sasl.{0,40}authentication.{0,20}failed.{0,80}access denied|sasl_authentication_failed/],
    causes: ["token-read-once", "session-expired", "identity-policy-gap"],
  },
  {
    id: "signature",
    says: "the signature does not fit: the secret key is another one's, or something changed the request on its way",
    forms: [/signaturedoesnotmatch|request signature we calculated does not match/],
    causes: ["signed-otherwise", "static-keys-shadow-irsa", "egress-proxy"],
  },
];
