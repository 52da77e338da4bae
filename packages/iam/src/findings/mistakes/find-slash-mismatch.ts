import type { MistakeFinder } from "../trust-policy-mistake.js";

/** A provider ARN that differs from the registered one by a slash at the end. */
export const findSlashMismatch: MistakeFinder = ({ federated }, { providerUrl }) =>
  federated.flatMap(({ pointer, value }) => {
    const url = value.replace(/^.*oidc-provider\/(?:https:\/\/)?/, "");
    const withoutSlash = (text: string): string => text.replace(/\/$/, "");
    if (url === providerUrl || withoutSlash(url) !== withoutSlash(providerUrl)) return [];
    return [{ mistake: "slash-mismatch", pointer, expected: providerUrl, actual: url, fix: "end the ARN as the registered URL ends: with or without a slash" }];
  });
