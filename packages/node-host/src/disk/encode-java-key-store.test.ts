import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { encodeJavaKeyStore } from "./encode-java-key-store.js";

const pemOf = (text: string): string => `-----BEGIN CERTIFICATE-----\n${Buffer.from(text).toString("base64")}\n-----END CERTIFICATE-----\n`;

// That a JVM reads it is shown end to end, where there is one.
test("the bytes of a store with one certificate, as Java's keytool lays them out", () => {
  const store = Buffer.from(encodeJavaKeyStore(`# a comment\n${pemOf("der")}`));
  const entry = ["feedfeed", "00000002", "00000001", "00000002", "0004", hex("ca-0"), "0000000000000000", "0005", hex("X.509"), "00000003", hex("der")];
  expect(store.subarray(0, -20).toString("hex")).toBe(entry.join(""));
  const password = Buffer.from([..."changeit"].flatMap((letter) => [0, letter.charCodeAt(0)]));
  const digest = createHash("sha1")
    .update(Buffer.concat([password, Buffer.from("Mighty Aphrodite"), store.subarray(0, -20)]))
    .digest();
  expect(store.subarray(-20)).toEqual(digest);
});

test("every certificate has a name of its own", () => {
  const store = Buffer.from(encodeJavaKeyStore(pemOf("a") + pemOf("b"))).toString("latin1");
  expect([store.includes("ca-0"), store.includes("ca-1"), store.includes("ca-2")]).toEqual([true, true, false]);
});

function hex(text: string): string {
  return Buffer.from(text).toString("hex");
}
