import { readFileSync } from "node:fs";
import { join } from "node:path";
import { epochMillis } from "@irsa-sim/core";
import { signRequest } from "../../packages/sdk-credential-provider/src/index.js";
import type { Up } from "./up.test-support.js";

/** Asks IAM as AWS's tools do with the profile `developer` of a state folder. */
export async function askIam(up: Up, folder: string, form: Readonly<Record<string, string>>): Promise<{ readonly status: number; readonly body: string }> {
  const config = readFileSync(join(folder, "config"), "utf8");
  const setting = (name: string): string => new RegExp(`^${name} = (.*)$`, "m").exec(config)?.[1] ?? "";
  const credentials = { accessKeyId: setting("aws_access_key_id"), secretAccessKey: setting("aws_secret_access_key") };
  const body = new URLSearchParams({ Version: "2010-05-08", ...form }).toString();
  const request = { method: "POST", url: `${up.url("IAM")}/`, headers: { "content-type": "application/x-www-form-urlencoded" }, body };
  const { headers } = await signRequest({ request, service: "iam", region: "us-east-1", credentials, at: epochMillis(Date.now()) });
  const answer = await fetch(request.url, { method: "POST", headers, body });
  return { status: answer.status, body: await answer.text() };
}
