import { NetworkError, type NetworkErrorCode } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { goSendError } from "./go-send-error.js";

const said = (url: string, code: NetworkErrorCode): string =>
  goSendError({ method: "POST", url, error: new NetworkError(code, "said so", { address: null, proxy: null }) });

test.each([
  { name: "a URL with a port", url: "https://sts.test:8443/", peer: "sts.test:8443", host: "sts.test" },
  { name: "a URL without one", url: "https://sts.test/", peer: "sts.test:443", host: "sts.test" },
  { name: "a host that is no name", url: "https://sts.a b.test/path?x#y", peer: "sts.a b.test:443", host: "sts.a b.test" },
  { name: "and nothing behind it", url: "https://sts.a b.test", peer: "sts.a b.test:443", host: "sts.a b.test" },
])("whom Go could not reach: $name", ({ url, peer, host }) => {
  expect(said(url, "ETIMEDOUT")).toBe(`Post "${url}": dial tcp ${peer}: i/o timeout`);
  expect(said(url, "ENOTFOUND")).toBe(`Post "${url}": dial tcp: lookup ${host}: no such host`);
});
