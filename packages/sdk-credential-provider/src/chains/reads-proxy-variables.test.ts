import { expect, test } from "vitest";
import { readsProxyVariables } from "./reads-proxy-variables.js";
import { SDK_IDS } from "./sdk-id.js";

test("whose HTTP client takes a proxy from the environment by itself", () => {
  expect(SDK_IDS.filter(readsProxyVariables)).toEqual(["botocore", "aws-cli-v2", "aws-cli-v1", "go-v2", "go-v1", "java-v1", "rust", "php", "kotlin"]);
});
