import type { ChainLink } from "../chains/chain.js";

/** Keys in the properties of a Java virtual machine. */
export function systemProperties({ name, secretKey }: { readonly name: string; readonly secretKey: string }): ChainLink {
  return {
    name,
    kind: "system-properties",
    onError: "continue",
    ask: async ({ systemProperties: properties = {} }) => {
      const inputs = ["aws.accessKeyId", secretKey, "aws.sessionToken"].filter((each) => (properties[each] ?? "") !== "");
      const { "aws.accessKeyId": accessKeyId = "", "aws.sessionToken": sessionToken = "" } = properties;
      const secretAccessKey = properties[secretKey] ?? "";
      if (accessKeyId === "" || secretAccessKey === "") return { verdict: "skip", reason: `aws.accessKeyId and ${secretKey} are not both set`, inputs };
      return { verdict: "match", inputs, about: {}, credentials: { accessKeyId, secretAccessKey, ...(sessionToken === "" ? {} : { sessionToken }) } };
    },
  };
}
