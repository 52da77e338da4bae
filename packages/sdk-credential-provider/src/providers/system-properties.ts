import type { ChainLink } from "../chains/chain.js";

/** How an SDK reads them. */
export interface SystemPropertyRules {
  readonly name: string;
  /** The secret's property. */
  readonly secretKey: string;
  /** The SDK's words for a skip. */
  readonly skipText?: string;
}

/** Keys in the properties of a Java virtual machine. */
export function systemProperties({ name, secretKey, skipText }: SystemPropertyRules): ChainLink {
  return {
    name,
    kind: "system-properties",
    onError: "continue",
    ask: async ({ systemProperties: properties = {} }) => {
      const inputs = ["aws.accessKeyId", secretKey, "aws.sessionToken"].filter((each) => (properties[each] ?? "") !== "");
      const { "aws.accessKeyId": accessKeyId = "", "aws.sessionToken": sessionToken = "" } = properties;
      const secretAccessKey = properties[secretKey] ?? "";
      if (accessKeyId === "" || secretAccessKey === "")
        return { verdict: "skip", reason: skipText ?? `aws.accessKeyId and ${secretKey} are not both set`, inputs };
      return { verdict: "match", inputs, about: {}, credentials: { accessKeyId, secretAccessKey, ...(sessionToken === "" ? {} : { sessionToken }) } };
    },
  };
}
