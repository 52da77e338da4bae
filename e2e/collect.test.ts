/** `irsa-sim collect` prints a script that reads and does nothing else. */
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { irsaSim } from "./irsa-sim.test-support.js";

const READING = /^(kubectl (get|exec)|aws (eks describe|iam (get|list)|sts get|cloudtrail lookup))-?/;

test("every command of the script reads, and a shell takes the script", async () => {
  const { stdout } = await irsaSim(["collect", "deployment/it's", "--namespace", "billing", "--cluster", "prod", "--into", "my folder"]);
  const { status, stderr } = spawnSync("bash", ["-n"], { input: stdout, encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  const commands = stdout.match(/\b(kubectl|aws) [a-z-]+( [a-z-]+)?/g) ?? [];
  expect(commands.length).toBeGreaterThan(12);
  expect(commands.filter((command) => !READING.test(command))).toEqual([]);
});

test("what a container has of secrets is not written down", async () => {
  const { stdout } = await irsaSim(["collect", "deployment/payments", "--namespace", "billing", "--cluster", "prod"]);
  const [, filter = ""] = /printf '%s\\n' "\$seen" \| (.*) > /.exec(stdout) ?? [];
  const seen = "PATH=/bin\nAWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nAWS_SECRET_ACCESS_KEY=very secret\nAWS_REGION=eu-west-1\nDB_PASSWORD=secret too\n";
  expect(spawnSync("bash", ["-c", filter], { input: seen, encoding: "utf8" }).stdout).toBe(
    "PATH=/bin\nAWS_ACCESS_KEY_ID=set\nAWS_SECRET_ACCESS_KEY=set\nAWS_REGION=eu-west-1\n",
  );
});
