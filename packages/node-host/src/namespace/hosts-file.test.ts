import { expect, test } from "vitest";
import { hostsFile, nameServiceSwitch } from "./hosts-file.js";

test("each name once, in order, behind the machine's own", () => {
  expect(hostsFile(["sts.amazonaws.com", "a.example.com", "sts.amazonaws.com"])).toBe(
    "127.0.0.1 localhost\n::1 localhost\n127.0.0.1 a.example.com\n127.0.0.1 sts.amazonaws.com\n",
  );
});

test.each([
  {
    name: "systemd's resolver is left out",
    text: "passwd: files\nhosts: mymachines resolve [!UNAVAIL=return] files dns\n",
    result: "passwd: files\nhosts: files dns\n",
  },
  { name: "a file without the line", text: "passwd: files", result: "passwd: files\nhosts: files dns\n" },
])("$name", ({ text, result }) => {
  expect(nameServiceSwitch(text)).toBe(result);
});
