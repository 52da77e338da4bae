import { epochMillis } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { type SignedPart, signChunk } from "./sign-chunk.js";

// The worked examples of AWS's documentation: "Signature calculations for chunked upload", without and with a trailing checksum.
const SIGNING = {
  authorization: { accessKeyId: "AKIAIOSFODNN7EXAMPLE", date: "20130524", region: "us-east-1", service: "s3", signedHeaders: [], signature: "" },
  signedAt: epochMillis(Date.UTC(2013, 4, 24)),
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};

const chunk = (length: number): SignedPart => ({ kind: "chunk", bytes: new Uint8Array(length).fill("a".charCodeAt(0)) });

test.each<{ name: string; seed: string; signatures: readonly (readonly [SignedPart, string])[] }>([
  {
    name: "three chunks, the last one empty",
    seed: "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
    signatures: [
      [chunk(65_536), "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648"],
      [chunk(1024), "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497"],
      [chunk(0), "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9"],
    ],
  },
  {
    name: "a trailer behind them",
    seed: "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e",
    signatures: [
      [chunk(65_536), "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2"],
      [chunk(1024), "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7"],
      [chunk(0), "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992"],
      [{ kind: "trailer", lines: "x-amz-checksum-crc32c:sOO8/Q==\n" }, "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435"],
    ],
  },
])("AWS's example: $name", ({ seed, signatures }) => {
  const computed: string[] = [];
  for (const [part] of signatures) computed.push(signChunk(SIGNING, computed.at(-1) ?? seed, part));
  expect(computed).toEqual(signatures.map(([, signature]) => signature));
});
