import { expect, test } from "vitest";
import { nobodyThere } from "./nobody-there.js";

test.each([
  { url: "https://sts.test/", error: "ENOTFOUND getaddrinfo ENOTFOUND sts.test" },
  { url: "http://169.254.170.23/v1/credentials", error: "ETIMEDOUT connect ETIMEDOUT 169.254.170.23:80" },
  { url: "https://10.0.0.1:8443/", error: "ETIMEDOUT connect ETIMEDOUT 10.0.0.1:8443" },
  { url: "https://[fd00:ec2::23]/", error: "ETIMEDOUT connect ETIMEDOUT [fd00:ec2::23]:443" },
  { url: "https://1.2.3.4.test/", error: "ENOTFOUND getaddrinfo ENOTFOUND 1.2.3.4.test" },
])("$url", ({ url, error }) => {
  const { code, message } = nobodyThere(new URL(url));
  expect(`${code} ${message}`).toBe(error);
});
