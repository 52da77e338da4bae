import { expect, test } from "vitest";
import { parseEnvFile } from "./parse-env-file.js";

test.each([
  { name: "as env writes it", text: "A=1\nB=x=y\n", environment: { A: "1", B: "x=y" } },
  { name: "a value of several lines", text: "A=-----BEGIN\nabc\n-----END\nB=2", environment: { A: "-----BEGIN\nabc\n-----END", B: "2" } },
  { name: "as export -p writes it", text: 'declare -x A="a \\"b\\""\nexport B=\'c\'', environment: { A: 'a "b"', B: "c" } },
  { name: "comments, empty lines and Windows' line ends", text: "# hello\r\n\r\nA=1\r\n", environment: { A: "1" } },
  { name: "nothing", text: "", environment: {} },
  { name: "an empty value", text: "A=", environment: { A: "" } },
  { name: "no variables", text: "hello\nA=1", environment: null },
])("$name", ({ text, environment }) => {
  expect(parseEnvFile(text)).toEqual(environment);
});
