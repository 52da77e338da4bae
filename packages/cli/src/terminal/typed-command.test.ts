import { expect, test } from "vitest";
import { typedCommand } from "./typed-command.js";

test.each([
  { name: "installed", started: { script: "/usr/bin/irsa-sim", lifecycle: undefined, folder: "/home/me" }, typed: "irsa-sim" },
  {
    name: "by the repository's script",
    started: { script: "packages/cli/dist/main.js", lifecycle: "irsa-sim", folder: "/home/me" },
    typed: "npx -y pnpm@12 irsa-sim",
  },
  {
    name: "the built file",
    started: { script: "/repo/packages/cli/dist/main.js", lifecycle: undefined, folder: "/repo" },
    typed: "node packages/cli/dist/main.js",
  },
  { name: "from far away", started: { script: "/r/main.js", lifecycle: "test", folder: "/home/me/some/where" }, typed: "node /r/main.js" },
  { name: "a path with a blank", started: { script: "/repo/my cli/main.js", lifecycle: undefined, folder: "/repo" }, typed: "node 'my cli/main.js'" },
])("$name", ({ started, typed }) => {
  expect(typedCommand(started)).toBe(typed);
});
