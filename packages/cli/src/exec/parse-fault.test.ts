import { expect, test } from "vitest";
import { UsageError } from "../usage-error.js";
import { parseFault } from "./parse-fault.js";

test.each([
  { text: "kubelet-stopped", fault: { name: "kubelet-stopped", written: true, afterMs: 0 } },
  { text: "kubelet-stopped@1m30s", fault: { name: "kubelet-stopped", written: true, afterMs: 90_000 } },
  { text: "unreachable={ host: sts.amazonaws.com }", fault: { name: "unreachable", written: { host: "sts.amazonaws.com" }, afterMs: 0 } },
  { text: "unreachable@5s={ host: a.b, how: refused }", fault: { name: "unreachable", written: { host: "a.b", how: "refused" }, afterMs: 5000 } },
])("$text", ({ text, fault }) => {
  expect(parseFault(text)).toEqual(fault);
});

test.each([
  { text: "flood", message: "no such fault" },
  { text: "", message: "no such fault" },
  { text: "slow@soon", message: '"soon" is no duration' },
  { text: "slow", message: "--fault slow: slow: expected" },
  { text: "slow={ host: a.b, by: 1 }", message: "slow.by: expected" },
  { text: "slow={", message: "--fault slow={" },
])("$text is refused", ({ text, message }) => {
  expect(() => parseFault(text)).toThrow(UsageError);
  expect(() => parseFault(text)).toThrow(message);
});
