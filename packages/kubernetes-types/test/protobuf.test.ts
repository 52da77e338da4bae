import { describe, expect, test } from "vitest";
import { DecodingError } from "../src/decode/decoding-error.js";
import { decodeMessage } from "../src/protobuf/decode-message.js";
import { decodeProtobuf } from "../src/protobuf/decode-protobuf.js";
import RECORDED from "./recorded/protobuf.json" with { type: "json" };

const bytes = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const recorded = (kind: string): Uint8Array => bytes(RECORDED.find(({ name }) => name.endsWith(` ${kind}`))?.body ?? "");

describe("what kubectl sends", () => {
  test.each(RECORDED)("$name", ({ name, body }) => {
    expect(decodeProtobuf(bytes(body)).kind).toBe(name.split(" ").at(-1));
  });

  test("a request for a token", () => {
    expect(decodeProtobuf(recorded("TokenRequest"))).toEqual({
      kind: "TokenRequest",
      apiVersion: "authentication.k8s.io/v1",
      metadata: {},
      spec: { audiences: ["sts.amazonaws.com"], expirationSeconds: 600, boundObjectRef: null },
      status: { token: "", expirationTimestamp: null },
    });
  });

  test("a deployment, with lists, maps and embedded structures", () => {
    expect(decodeProtobuf(recorded("Deployment"))).toMatchObject({
      apiVersion: "apps/v1",
      metadata: { name: "d", labels: { app: "d" } },
      spec: {
        replicas: 2,
        selector: { matchLabels: { app: "d" } },
        template: { metadata: { labels: { app: "d" } }, spec: { containers: [{ name: "nginx", image: "nginx", ports: [{ containerPort: 80 }] }] } },
      },
    });
  });

  test("bytes, and subjects", () => {
    expect(decodeProtobuf(recorded("Secret"))).toMatchObject({ data: { a: "MQ==" } });
    expect(decodeProtobuf(recorded("RoleBinding"))).toMatchObject({ subjects: [{ kind: "ServiceAccount", name: "web", namespace: "default" }] });
  });
});

/** Written by hand from the wire format: tag, then length or number. */
describe("kinds of values", () => {
  test.each([
    { name: "an embedded structure", structure: "v1.Volume", hex: "0a0176 1205 1203 0a0178", json: { name: "v", emptyDir: { medium: "x" } } },
    { name: "a time", structure: "v1.ObjectMeta", hex: "42 06 08 80a8d6b907", json: { creationTimestamp: "2033-05-18T03:33:20Z" } },
    { name: "a time that is none", structure: "v1.ObjectMeta", hex: "42 00", json: { creationTimestamp: null } },
    { name: "a quantity", structure: "v1.EmptyDirVolumeSource", hex: "12 05 0a03 31 47 69", json: { sizeLimit: "1Gi" } },
    { name: "a number or a text: a number", structure: "v1.TCPSocketAction", hex: "0a 04 0800 1050", json: { port: 80 } },
    { name: "a number or a text: a text", structure: "v1.TCPSocketAction", hex: "0a 06 0801 1a02 6162", json: { port: "ab" } },
    { name: "a list in a map", structure: "v1.UserInfo", hex: "22 09 0a016b 1204 0a02 7631", json: { extra: { k: ["v1"] } } },
    { name: "a number below zero", structure: "v1.Toleration", hex: "28 ffffffffffffffffff01", json: { tolerationSeconds: -1 } },
    { name: "a field that is not known", structure: "v1.Toleration", hex: "f801 01", json: {} },
  ])("$name", ({ structure, hex, json }) => {
    const message = Uint8Array.from(hex.replaceAll(" ", "").match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
    expect(decodeMessage(message, structure)).toEqual(json);
  });
});

describe("what is no such body", () => {
  test.each([
    { name: "JSON", body: new TextEncoder().encode("{}"), message: "expected prefix 6b 38 73 00" },
    { name: "nothing", body: new Uint8Array(), message: "expected prefix 6b 38 73 00" },
    { name: "one that breaks off", body: recorded("Deployment").slice(0, -3), message: "unexpected EOF" },
    { name: "a length beyond the end", body: Uint8Array.of(0x6b, 0x38, 0x73, 0, 0x0a, 0xff, 0xff, 0x03), message: "unexpected EOF" },
    { name: "a number that does not end", body: Uint8Array.of(0x6b, 0x38, 0x73, 0, ...new Uint8Array(12).fill(0xff)), message: "integer overflow" },
    { name: "a group", body: Uint8Array.of(0x6b, 0x38, 0x73, 0, 0x0b), message: "illegal wireType 3" },
  ])("$name", ({ body, message }) => {
    expect(() => decodeProtobuf(body)).toThrow(message);
    expect(() => decodeProtobuf(body)).toThrow(DecodingError);
  });
});
